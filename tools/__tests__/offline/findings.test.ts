import { expect, it } from "vitest";
import { findingsOf, otherVersions } from "../../offline/findings";
import { keyOf } from "../../terraform-json/requirements";

it("says of each finding which stack it is in", () => {
  expect(
    findingsOf([
      { stack: "vpc-staging", findings: [] },
      { stack: "root-dns-staging", findings: ["one: Wrong", "two: Wrong"] },
    ]),
  ).toEqual(["root-dns-staging one: Wrong", "root-dns-staging two: Wrong"]);
});

it("tells of providers in another version than stacks ask for", () => {
  const providers = [
    { name: "aws", source: "aws", version: "6.25.0", used: "6.34.0", plugins: "" },
    { name: "tfe", source: "tfe", version: "0.71.0", used: "0.71.0", plugins: "" },
    { name: "helm", source: "helm", version: "3.1.1", missing: "there is none" },
  ];

  expect(otherVersions(new Map(providers.map((provider) => [keyOf(provider), provider])))).toEqual([
    "provider aws 6.34.0 in place of 6.25.0",
  ]);
});
