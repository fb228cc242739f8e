import { expect, test } from "vitest";
import { offlineStack } from "../../../checks/apply-offline/offline-stack";
import type { MissingProvider, Provider, Providers } from "../../../toolbox/providers";
import { keyOf } from "../../../terraform-json/requirements";

const requirement = (name: string) => ({ name, source: name, version: "1.0.0" });

const found = (name: string): Provider => ({ ...requirement(name), used: "1.0.0", plugins: `/p/${name}` });

const providers: Providers = new Map<string, Provider | MissingProvider>([
  [keyOf(requirement("helm")), found("helm")],
  [keyOf(requirement("aws")), { ...requirement("aws"), missing: "no registry" }],
]);

const STACK = {
  id: "services",
  folder: "/nowhere",
  json: {
    terraform: {
      backend: { s3: {} },
      required_providers: { helm: requirement("helm"), aws: requirement("aws") },
    },
    provider: { helm: [{ kubernetes: { host: "${data.terraform_remote_state.cluster.outputs.url}" } }] },
    data: { terraform_remote_state: { cluster: { backend: "s3" } } },
    output: { role: { value: "${aws_iam_role.one.arn}" } },
    resource: {
      aws_iam_role: { one: { name: "one" } },
      helm_release: {
        a: { chart: "a", repository: "https://a", timeout: 30, values: ["${aws_iam_role.one.arn}"] },
        b: { chart: "b", depends_on: ["helm_release.a", "aws_iam_role.one"] },
        gone: { chart: "gone" },
      },
    },
  },
};

const SURROUNDINGS = {
  providers,
  access: { url: "https://127.0.0.1:1", token: "t", certificate: "c" },
  backendOf: (id: string) => ({ local: { path: `/s/${id}` } }),
  charts: new Map([
    ["helm_release.a", "/charts/a"],
    ["helm_release.b", "./assets/b"],
  ]),
};

const offline = () => offlineStack(STACK, SURROUNDINGS).json;

test("reaches the cluster on this machine, with a state of its own", () => {
  expect(offline()).toMatchObject({
    terraform: { backend: { local: { path: "/s/services" } } },
    provider: {
      helm: [{ kubernetes: { host: "https://127.0.0.1:1", token: "t", cluster_ca_certificate: "c" } }],
    },
  });
});

test("installs charts from folders, and leaves out those that this machine has not", () => {
  const { helm_release: releases } = offline().resource as { helm_release: Record<string, object> };

  expect(Object.keys(releases)).toEqual(["a", "b"]);
  expect(releases.a).toMatchObject({ chart: "/charts/a", values: ["${local.played.aws_iam_role.one.arn}"] });
  expect(releases.a).not.toHaveProperty("repository");
  expect(releases.b).toMatchObject({ chart: "./assets/b", depends_on: ["helm_release.a"] });
});

test("has a well-formed value for all that a missing provider would have said, and nothing else of it", () => {
  const json = offline();

  expect(json.locals).toEqual({
    played: { aws_iam_role: { one: { arn: expect.stringMatching(/^arn:aws:/) as string } } },
  });
  expect(JSON.stringify(json)).not.toContain("terraform_remote_state");
  expect(Object.keys(json.resource as object)).toEqual(["helm_release"]);
});

test("gives each release that is waited for the time that a busy machine takes", () => {
  const { helm_release: releases } = offline().resource as {
    helm_release: Record<string, { timeout?: number }>;
  };

  expect([releases.a!.timeout, releases.b!.timeout]).toEqual([900, undefined]);
});

test("plays a list where a stack takes elements of what is missing", () => {
  const json = {
    ...STACK.json,
    resource: {
      helm_release: { a: { chart: "a", values: ["${element(aws_eip.one.ips, 2)} ${aws_eip.one.id}"] } },
    },
  };
  const { locals } = offlineStack({ ...STACK, json }, SURROUNDINGS).json;

  expect(locals).toMatchObject({
    played: { aws_eip: { one: { ips: [expect.any(String)], id: expect.any(String) } } },
  });
});
