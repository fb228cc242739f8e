import { expect, test } from "vitest";
import { machineWith } from "../../../__tests__/support/fake-programs";
import { providerSchemas, verdictOf } from "../../verify/provider-schemas";

const aws = { name: "aws", source: "aws", version: "6.54.0", used: "6.54.0", plugins: "" };
const lock = { type: "aws_lock", added: ["weight"], deprecated: [], gone: ["shape", "size"], problems: [] };

test("notes each difference from the bindings, and finds what stacks must not write", () => {
  const problem = "vpc: aws_lock.one: shape: the provider does not know it";

  expect(verdictOf("1.11.4", [{ provider: aws, types: [{ ...lock, problems: [problem] }] }])).toEqual({
    tool: "terraform providers schema",
    version: "1.11.4",
    checked: "1 types of 1 providers",
    findings: [problem],
    caveats: ["aws 6.54.0: aws_lock also takes weight", "aws 6.54.0: aws_lock no longer takes shape, size"],
    notChecked: [],
  });
});

test("says which deprecated arguments are accepted, and why", () => {
  const table = { ...lock, type: "aws_dynamodb_table", added: [], gone: [], problems: [] };

  expect(verdictOf("1.11.4", [{ provider: aws, types: [table] }])).toMatchObject({
    findings: [],
    caveats: [
      expect.stringContaining(
        "aws_dynamodb_table.global_secondary_index.hash_key: key_schema takes its place",
      ),
      expect.stringContaining(
        "aws_dynamodb_table.global_secondary_index.range_key: key_schema takes its place",
      ),
    ],
  });
});

test("says aloud which provider could not be had", () => {
  const provider = { name: "tfe", source: "tfe", version: "0.71.0", missing: "no such host" };

  expect(verdictOf("1.11.4", [{ provider }]).notChecked).toEqual([
    "WITHOUT PROVIDER tfe 0.71.0 (no such host)",
  ]);
});

test("says that there is no Terraform", async () => {
  machineWith({});

  expect(await providerSchemas(() => undefined, new AbortController().signal)).toMatchObject({
    findings: [],
    missing: "terraform was not found",
  });
});
