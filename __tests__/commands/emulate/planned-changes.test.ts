import { expect, it } from "vitest";
import { changesIn, createdBy } from "../../../src/commands/emulate/planned-changes";

const resource = (
  address: string,
  actions: string[],
  before: object | null = {},
  after: object | null = {},
) => ({
  address,
  change: { actions, before, after },
});

const PLAN = {
  resource_changes: [
    resource("aws_vpc.one", ["create"], null, { cidr: "x" }),
    resource("aws_vpc.two", ["no-op"]),
    resource("data.aws_regions.all", ["read"], null, {}),
    resource(
      "aws_vpc.three",
      ["update"],
      { tags: { a: 1 }, cidr: "x" },
      { tags: { a: 2 }, cidr: "x", name: "y" },
    ),
    resource("aws_vpc.four", ["delete", "create"], { cidr: "x" }, { cidr: "y" }),
  ],
};

it("counts what a plan creates, also in the place of something else", () => {
  expect(createdBy(PLAN)).toBe(2);
});

it("says what a plan changes, with the arguments that differ", () => {
  expect(changesIn(PLAN)).toEqual([
    "aws_vpc.one (create: cidr)",
    "aws_vpc.three (update: tags, name)",
    "aws_vpc.four (delete, create: cidr)",
  ]);
});

it("finds nothing in a plan without resources", () => {
  expect([createdBy({}), changesIn({})]).toEqual([0, []]);
});
