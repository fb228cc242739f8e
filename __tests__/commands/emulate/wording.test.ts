import { expect, it, vi } from "vitest";
import {
  emulationTable,
  forgottenText,
  leftOutText,
  unusedText,
} from "../../../src/commands/emulate/wording";

vi.mock("../../../src/commands/emulate/not-emulated", () => ({
  NOT_EMULATED: {
    aws_eks_addon: { reason: "moto has none" },
    aws_thing: { reason: "moto has none" },
  },
  FORGOTTEN: { aws_sns_topic: { reason: "moto drops it", arguments: ["policy", "tags"] } },
}));

const stacks = [
  { stack: "vpc-staging", created: 7, leftOut: [], findings: [], seconds: 3.04 },
  {
    stack: "cluster-infrastructure-staging",
    created: 70,
    leftOut: ["aws_eks_addon.one", "aws_eks_addon.two"],
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

it("says what is left out and why, and what is said to be although it never is", () => {
  expect(leftOutText(stacks)).toEqual(["2 × aws_eks_addon left out: moto has none"]);
  expect(unusedText(stacks)).toEqual([
    "not-emulated.ts aws_thing: expected a stack that has one, got none; remove it from the list",
  ]);
});

it("says what is not planned twice", () => {
  expect(forgottenText()).toEqual(["aws_sns_topic policy, tags not planned twice: moto drops it"]);
});
