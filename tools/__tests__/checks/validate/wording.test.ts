import { expect, it } from "vitest";
import { keyOf } from "../../../terraform-json/requirements";
import { caveatsOf, notCheckedOf, providersUsed, validationTable } from "../../../checks/validate/wording";

const providers = new Map(
  [
    { name: "aws", source: "aws", version: "6.25.0", missing: "no such thing" },
    { name: "helm", source: "helm", version: "3.1.1", used: "3.2.0", plugins: "" },
    { name: "tfe", source: "tfe", version: "0.71.0", used: "0.71.0", plugins: "" },
  ].map((provider) => [keyOf(provider), provider]),
);

const stacks = [
  { stack: "vpc-staging", findings: [], without: ["aws"], seconds: 1.25 },
  { stack: "tfc-bootstrap", findings: ["one: Wrong", "two: Wrong"], without: [], seconds: 12 },
];

it("says aloud what was checked without which provider, and with which other version", () => {
  expect(caveatsOf({ stacks, providers })).toEqual(["provider helm 3.2.0 in place of 3.1.1"]);
  expect(notCheckedOf({ stacks, providers })).toEqual([
    "WITHOUT PROVIDER aws 6.25.0 (no such thing): vpc-staging",
  ]);
});

it("says which providers were used", () => {
  expect(providersUsed(providers)).toBe("helm 3.2.0, tfe 0.71.0");
});

it("says how each stack fared", () => {
  expect(validationTable(stacks)).toBe(
    ["vpc-staging    valid      without aws  1.3 s", "tfc-bootstrap  2 to mend               12.0 s"].join(
      "\n",
    ),
  );
});
