import { expect, it } from "vitest";
import { emulationTable, forgottenText, leftOutText, unusedText } from "../../../checks/emulate/wording";
import type { Gaps } from "../../../checks/emulate/gaps";

const GAPS: Gaps = {
  types: { aws_eks_addon: { reason: "moto has none" }, aws_thing: { reason: "moto has none" } },
  attributes: [],
  forgotten: { aws_sns_topic: { reason: "moto drops it", arguments: ["policy", "tags"] } },
};

const addon = (name: string) => ({
  address: `aws_eks_addon.${name}`,
  gap: "aws_eks_addon",
  reason: "moto has none",
});

const stacks = [
  {
    stack: "vpc-staging",
    created: 7,
    leftOut: [],
    forgotten: ["aws_sns_topic policy"],
    findings: [],
    seconds: 3.04,
  },
  {
    stack: "cluster-infrastructure-staging",
    created: 70,
    leftOut: [addon("one"), addon("two")],
    forgotten: [],
    findings: ["is not applied with one apply: aws_vpc.one"],
    seconds: 12,
  },
];

it("says how each stack fared", () => {
  expect(emulationTable(stacks).split("\n")).toEqual([
    "vpc-staging                     7 resources               applied, then nothing to change  3.0 s",
    "cluster-infrastructure-staging  70 resources  2 left out  1 to mend                        12.0 s",
  ]);
});

it("says what is left out and why", () => {
  expect(leftOutText(stacks)).toEqual(["2 × aws_eks_addon left out: moto has none"]);
});

it("says what is listed although no stack has any use for it", () => {
  expect(unusedText(stacks, GAPS)).toEqual([
    "not-emulated.ts aws_thing: expected a stack that has use for it, got none; remove it from the list",
    "not-emulated.ts aws_sns_topic tags: expected a stack that has use for it, got none; remove it from the list",
  ]);
});

it("says what is not planned twice", () => {
  expect(forgottenText(GAPS)).toEqual(["aws_sns_topic policy, tags not planned twice: moto drops it"]);
});
