import { expect, it } from "vitest";
import { changesIn, createdBy, type ShownPlan } from "../../../checks/emulate/planned-changes";

type Change = NonNullable<ShownPlan["resource_changes"]>[number]["change"];

const resource = (address: string, actions: string[], more: Omit<Change, "actions"> = {}) => ({
  address,
  type: "aws_vpc",
  change: { actions, ...more },
});

const PLAN = {
  resource_changes: [
    resource("aws_vpc.one", ["create"], { before: null, after: { cidr: "x" }, after_unknown: { id: true } }),
    resource("aws_vpc.two", ["no-op"]),
    resource("data.aws_regions.all", ["read"], { before: null, after: {} }),
    resource("aws_vpc.three", ["update"], {
      before: { tags: { a: 1 }, cidr: "x", arn: "y" },
      after: { tags: { a: 2 }, cidr: "x", name: "z" },
      after_unknown: { arn: true },
    }),
    resource("aws_vpc.four", ["delete", "create"], {
      before: { cidr: "x", name: "x" },
      after: { cidr: "y", name: "z" },
      replace_paths: [["config", 0, "cidr"]],
    }),
  ],
};

it("counts what a plan creates, also in the place of something else", () => {
  expect(createdBy(PLAN)).toBe(2);
});

it("says what a plan changes, with the arguments that differ", () => {
  expect(changesIn(PLAN)).toEqual([
    "aws_vpc.one (create: cidr)",
    "aws_vpc.three (update: tags, name)",
    "aws_vpc.four (delete, create: config.0.cidr)",
  ]);
});

it("finds nothing in a plan without resources", () => {
  expect([createdBy({}), changesIn({})]).toEqual([0, []]);
});
