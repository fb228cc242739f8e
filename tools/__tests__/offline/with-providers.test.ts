import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JsonMap } from "../../terraform-json/json-map";
import type { MissingProvider, Provider, Providers } from "../../toolbox/providers";
import { allRequirements, keyOf } from "../../terraform-json/requirements";
import { withProviders } from "../../offline/with-providers";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "with-providers-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const aws = { name: "aws", source: "aws", version: "6.25.0" };
const helm = { name: "helm", source: "helm", version: "3.1.1" };

const providers = (...all: readonly (Provider | MissingProvider)[]): Providers =>
  new Map(all.map((provider) => [keyOf(provider), provider]));

const stack: JsonMap = {
  terraform: {
    required_version: ">= 1.11.0",
    required_providers: {
      aws: { source: "aws", version: "6.25.0" },
      helm: { source: "helm", version: "3.1.1" },
    },
  },
  provider: {
    aws: [{ region: "eu-west-1" }],
    helm: [{ token: "${ephemeral.aws_eks_cluster_auth.one.token}" }],
  },
  ephemeral: { aws_eks_cluster_auth: { one: {} } },
  resource: {
    aws_iam_role: { one: {} },
    helm_release: { one: { role: "${aws_iam_role.one.arn}", bucket: "${module.bucket.name}" } },
    terraform_data: { kept: {} },
  },
};

const adapted = (json: JsonMap, found: Providers) => withProviders({ id: "stack", folder, json }, found);

describe("a stack with the providers that there are", () => {
  it("asks for the versions that are used", () => {
    const { terraform, ...rest } = adapted(
      stack,
      providers({ ...aws, used: "6.34.0", plugins: "" }, { ...helm, used: "3.1.1", plugins: "" }),
    );

    expect(terraform).toEqual({
      required_version: ">= 1.11.0",
      required_providers: {
        aws: { source: "aws", version: "6.34.0" },
        helm: { source: "helm", version: "3.1.1" },
      },
    });
    expect({ terraform: stack.terraform, ...rest }).toEqual(stack);
  });

  it("knows nothing of what a missing provider would have said", () => {
    const found = providers({ ...aws, missing: "none" }, { ...helm, used: "3.1.1", plugins: "" });

    expect(adapted(stack, found)).toEqual({
      terraform: {
        required_version: ">= 1.11.0",
        required_providers: { helm: { source: "helm", version: "3.1.1" } },
      },
      provider: { helm: [{ token: "${var.absent.token}" }] },
      resource: {
        helm_release: { one: { role: "${var.absent.arn}", bucket: "${module.bucket.name}" } },
        terraform_data: { kept: {} },
      },
      variable: { absent: { type: "any" } },
    });
  });

  it("has none of the modules that need a missing provider", () => {
    mkdirSync(join(folder, "bucket"));
    mkdirSync(join(folder, "chart"));
    writeFileSync(join(folder, "bucket", "main.tf"), 'resource "aws_s3_bucket" "this" {}');
    writeFileSync(join(folder, "chart", "main.tf"), 'resource "helm_release" "aws_thing" {}');
    const module = { bucket: { source: "./bucket" }, chart: { source: "./chart" } };
    const found = providers({ ...aws, missing: "none" }, { ...helm, used: "3.1.1", plugins: "" });

    const left = adapted({ ...stack, module }, found);

    expect(left.module).toEqual({ chart: { source: "./chart" } });
    expect(left.resource).toMatchObject({ helm_release: { one: { bucket: "${var.absent.name}" } } });
  });
});

it("lists what several stacks need once", () => {
  const other = { terraform: { required_providers: { helm: { source: "helm", version: "3.2.0" } } } };

  expect(allRequirements([stack, other, stack, {}])).toEqual([aws, helm, { ...helm, version: "3.2.0" }]);
});
