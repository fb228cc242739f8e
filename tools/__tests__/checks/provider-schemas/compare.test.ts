import { expect, test } from "vitest";
import { boundArguments } from "../../../checks/provider-schemas/bindings";
import { isAcceptedWarning } from "../../../checks/provider-schemas/accepted";
import { compareType } from "../../../checks/provider-schemas/compare";
import { providerIn } from "../../../checks/provider-schemas/schema";
import { type UsedType, usedTypes } from "../../../checks/provider-schemas/used-types";
import type { JsonMap } from "../../../terraform-json/json-map";

const optional = { type: "string", optional: true };

const PRINTED = {
  provider_schemas: {
    "registry.terraform.io/hashicorp/aws": {
      resource_schemas: {
        aws_lock: {
          block: {
            attributes: {
              name: { type: "string", required: true },
              colour: { ...optional, deprecated: true },
              weight: optional,
              arn: { type: "string", computed: true },
            },
            block_types: {
              key: {
                nesting_mode: "list",
                block: { attributes: { teeth: optional, bit: { ...optional, deprecated: true } } },
              },
            },
          },
        },
      },
    },
  },
};

const SCHEMA = providerIn(PRINTED, "aws");

const compare = (content: JsonMap, type = "aws_lock") => {
  const used: UsedType = { section: "resource", type, uses: [{ address: `vpc: ${type}.one`, content }] };
  return compareType(used, SCHEMA, ["name", "colour", "shape", "key"]);
};

test("lists what the provider added, deprecates and no longer takes", () => {
  expect(compare({ name: "one" })).toEqual({
    type: "aws_lock",
    added: ["weight"],
    deprecated: ["colour"],
    gone: ["shape"],
    problems: [],
  });
});

test("finds what a stack writes and the provider does not know or deprecates, at any depth", () => {
  const content: JsonMap = {
    name: "one",
    shape: "round",
    colour: "red",
    key: [{ teeth: "4" }, { bit: "1", length: "2" }],
  };

  expect(compare(content).problems).toEqual([
    "vpc: aws_lock.one: shape: the provider does not know it",
    "vpc: aws_lock.one: colour: the provider deprecates it",
    "vpc: aws_lock.one: key.bit: the provider deprecates it",
    "vpc: aws_lock.one: key.length: the provider does not know it",
  ]);
});

test("takes a deprecated argument that is accepted with its reason, at its place alone", () => {
  const accepted = [{ type: "aws_lock", path: ["key", "bit"], reason: "older locks have no other" }];
  const used: UsedType = {
    section: "resource",
    type: "aws_lock",
    uses: [{ address: "vpc: aws_lock.one", content: { colour: "red", key: [{ bit: "1" }] } }],
  };

  expect(compareType(used, SCHEMA, undefined, accepted).problems).toEqual([
    "vpc: aws_lock.one: colour: the provider deprecates it",
  ]);
});

test.each([[["key", "teeth"]], [["name"]], [["gone", "name"]]])(
  "finds %j, which is accepted though the provider does not deprecate it",
  (path) => {
    const used: UsedType = { section: "resource", type: "aws_lock", uses: [] };

    expect(compareType(used, SCHEMA, undefined, [{ type: "aws_lock", path, reason: "no" }]).problems).toEqual(
      [`aws_lock.${path.join(".")}: accepted in vain; the provider does not deprecate it`],
    );
  },
);

test("leaves out the provider's warning of what is accepted, and no other", () => {
  const warning = {
    severity: "warning",
    summary: "Argument is deprecated",
    detail: "hash_key is deprecated. Use key_schema instead.",
    address: "aws_dynamodb_table.own_table_table",
  } as const;

  expect(isAcceptedWarning(warning)).toBe(true);
  expect(isAcceptedWarning({ ...warning, severity: "error" })).toBe(false);
  expect(isAcceptedWarning({ ...warning, address: "aws_lock.one" })).toBe(false);
  expect(isAcceptedWarning({ ...warning, detail: "read_capacity is deprecated." })).toBe(false);
  expect(isAcceptedWarning({ severity: "warning", summary: "Argument is deprecated" })).toBe(false);
});

test("leaves Terraform's own arguments to Terraform", () => {
  expect(compare({ name: "one", depends_on: [], lifecycle: { prevent_destroy: true } }).problems).toEqual([]);
});

test("finds a type that the provider no longer has", () => {
  expect(compare({ name: "one" }, "aws_bolt")).toMatchObject({
    gone: ["name", "colour", "shape", "key"],
    problems: ["vpc: aws_bolt.one: the provider has no resource aws_bolt"],
  });
});

test("finds a provider by its source, whatever its letters", () => {
  const pingdom = {
    provider_schemas: { "registry.terraform.io/drfaust92/pingdom": { resource_schemas: { a: {} } } },
  };

  expect(providerIn(pingdom, "DrFaust92/pingdom")).toEqual({ resource_schemas: { a: {} } });
});

test("reads the arguments that bindings know", () => {
  expect(boundArguments("aws", "resource", "aws_ecr_pull_through_cache_rule")).toContain(
    "upstream_registry_url",
  );
  expect(boundArguments("aws", "data", "aws_secretsmanager_secret")).toContain("name");
  expect(boundArguments("kubernetes", "resource", "kubernetes_namespace_v1")).toEqual(
    expect.arrayContaining(["metadata", "timeouts"]),
  );
  expect(boundArguments("pingdom", "resource", "pingdom_check")).toBeUndefined();
});

test("collects every use of a type, in resources, data sources and ephemeral resources", () => {
  const stack = (id: string, json: JsonMap) => ({ id, folder: "", json });
  const stacks = [
    stack("vpc", { resource: { aws_vpc: { one: {}, two: {} }, helm_release: { dex: {} } } }),
    stack("ecr", {
      resource: { aws_vpc: { three: {} } },
      ephemeral: { aws_eks_cluster_auth: { token: {} } },
    }),
  ];

  expect(
    usedTypes(stacks, "aws").map(({ section, type, uses }) => [
      section,
      type,
      uses.map(({ address }) => address),
    ]),
  ).toEqual([
    ["ephemeral", "aws_eks_cluster_auth", ["ecr: aws_eks_cluster_auth.token"]],
    ["resource", "aws_vpc", ["vpc: aws_vpc.one", "vpc: aws_vpc.two", "ecr: aws_vpc.three"]],
  ]);
});
