import { expect, test } from "vitest";
import {
  MOTO_FOR_CLUSTERS,
  unplayed,
  withAws,
  withoutRecovery,
} from "../../../checks/apply-offline/emulated-aws";
import { offlineStack } from "../../../checks/apply-offline/offline-stack";
import { withoutAws } from "../../../checks/apply-offline/prepare";
import { keyOf } from "../../../terraform-json/requirements";
import type { Providers } from "../../../toolbox/providers";

const aws = { name: "aws", source: "hashicorp/aws", version: "6.0.0" };
const found: Providers = new Map([[keyOf(aws), { ...aws, used: "6.0.0", plugins: "/p" }]]);

const STACK = {
  id: "access",
  folder: "/nowhere",
  json: {
    terraform: { required_providers: { aws } },
    provider: { aws: [{ region: "eu-west-1" }] },
    data: { terraform_remote_state: { cluster: { backend: "s3" } } },
    resource: {
      aws_eks_access_entry: { one: { principal_arn: "${aws_iam_role.one.arn}" } },
      aws_iam_role: {
        one: {
          name: "${data.terraform_remote_state.cluster.outputs.name}",
          lifecycle: { prevent_destroy: true },
        },
      },
    },
  },
};

const offline = () =>
  offlineStack(STACK, {
    providers: found,
    access: { url: "https://127.0.0.1:1", token: "t", certificate: "c" },
    backendOf: (id) => ({ local: { path: id } }),
    charts: new Map(),
    aws: { env: {}, gaps: MOTO_FOR_CLUSTERS },
  }).json;

test("makes resources of AWS for real, but for those that the emulator does not know", () => {
  expect(Object.keys(offline().resource as object)).toEqual(["aws_iam_role"]);
  expect(offline()).toMatchObject({ provider: { aws: [{ region: "eu-west-1", s3_use_path_style: true }] } });
});

test("lets a destroy take what is protected, and reads states of other stacks from well-formed values", () => {
  expect(offline()).toMatchObject({
    resource: { aws_iam_role: { one: { lifecycle: { prevent_destroy: false } } } },
    locals: { played: { data: { terraform_remote_state: { cluster: { outputs: { name: "plausible" } } } } } },
  });
});

test("frees the names of secrets for what is built again, and adds no type to a stack without secrets", () => {
  const others = { aws_iam_role: { one: { name: "one" } } };
  const secret = { name: "one", recovery_window_in_days: 7 };

  expect(withoutRecovery({ ...others, aws_secretsmanager_secret: { one: secret } })).toEqual({
    ...others,
    aws_secretsmanager_secret: { one: { ...secret, recovery_window_in_days: 0 } },
  });
  expect(withoutRecovery(others)).toEqual(others);
});

test("tells a reader which types the emulator does not know, once each", () => {
  const twice = [STACK, STACK];

  expect(unplayed(twice, { env: {}, gaps: MOTO_FOR_CLUSTERS })).toEqual([
    "without aws_eks_access_entry: moto's EKS has no access entries",
  ]);
});

test("plays no AWS on a machine without its programs", async () => {
  const place = { folder: "/nowhere", signal: new AbortController().signal };

  expect(await withAws(undefined, [], place, (played) => Promise.resolve(played))).toBeUndefined();
});

test("takes the provider for missing where nothing plays AWS: it would look for the real one", () => {
  expect(withoutAws(found, "moto: no Python").get(keyOf(aws))).toEqual({
    ...aws,
    missing: "moto: no Python",
  });
});
