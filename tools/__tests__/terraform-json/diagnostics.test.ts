import { expect, it } from "vitest";
import { type Diagnostic, errorsAmong, sentenceOf } from "../../terraform-json/diagnostics";

const note = (path: string) => ({ "//": { metadata: { path } } });

const json = {
  resource: { aws_vpc: { main: { ...note("vpc-test/main"), cidr_block: "x" } } },
  data: { aws_regions: { all: { ...note("vpc-test/regions"), names: [] } } },
  output: { id: { value: "x" } },
  module: { bucket: { ...note("vpc-test/logs/bucket"), source: "./assets/logs/ABC" } },
};
const text = JSON.stringify(json, null, 2);

const lineOf = (part: string): number => text.split("\n").findIndex((line) => line.includes(part)) + 1;

const sentence = (line: number | undefined, more: Partial<Diagnostic> = {}) =>
  sentenceOf(
    {
      severity: "error",
      summary: "Wrong",
      ...(line === undefined ? {} : { range: { filename: "cdk.tf.json", start: { line } } }),
      ...more,
    },
    json,
    text,
  );

it.each([
  ["a resource", "cidr_block", "vpc-test/main aws_vpc.main.cidr_block: Wrong"],
  ["a block as a whole", '"main"', "vpc-test/main aws_vpc.main: Wrong"],
  ["a data source", "names", "vpc-test/regions data.aws_regions.all.names: Wrong"],
  ["what has no construct", "value", "output.id.value: Wrong"],
])("names the construct behind %s", (_, part, expected) => {
  expect(sentence(lineOf(part))).toBe(expected);
});

it("names the construct of a module, and the line in its file", () => {
  const range = { filename: "assets/logs/ABC/main.tf", start: { line: 7 } };

  expect(sentence(undefined, { range })).toBe("vpc-test/logs/bucket assets/logs/ABC/main.tf:7: Wrong");
});

it("names the resource of a provider's error, whose place Terraform knows no nearer than its type", () => {
  const address = "aws_vpc.main";

  expect(sentence(lineOf('"aws_vpc"'), { address })).toBe("vpc-test/main aws_vpc.main: Wrong");
  expect(sentence(undefined, { address })).toBe("vpc-test/main aws_vpc.main: Wrong");
  expect(sentence(lineOf("cidr_block"), { address })).toBe("vpc-test/main aws_vpc.main.cidr_block: Wrong");
});

it("says the details in the same line", () => {
  expect(sentence(undefined, { detail: "It must be\n  another." })).toBe("Wrong; It must be another.");
});

it("tells warnings apart", () => {
  expect(sentence(undefined, { severity: "warning" })).toBe("warning: Wrong");
});

it("finds the errors among all else that Terraform says", () => {
  const error: Diagnostic = { severity: "error", summary: "Wrong" };
  const messages = [
    { type: "version", "@level": "info" },
    { type: "diagnostic", diagnostic: { severity: "warning", summary: "Old" } },
    { type: "diagnostic", diagnostic: error },
  ];

  expect(errorsAmong(`${messages.map((message) => JSON.stringify(message)).join("\n")}\n`)).toEqual([error]);
});
