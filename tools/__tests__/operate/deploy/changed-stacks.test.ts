import { expect, test } from "vitest";
import type { JsonMap } from "../../../terraform-json/json-map";
import { reportOn } from "../../../reports/changes/report";
import { changedStacks } from "../../../operate/deploy/changed-stacks";

const stack = (environment: string, output: string): JsonMap => ({
  provider: { aws: [{ default_tags: [{ tags: { environment } }] }] },
  output: { name: { value: output } },
});

test("names every stack with a change once, also where several environments have it alike", () => {
  const report = reportOn(
    "main",
    new Map([
      ["vpc-staging", stack("staging", "old")],
      ["vpc-production", stack("production", "old")],
      ["root-dns-staging", stack("staging", "same")],
    ]),
    new Map([
      ["vpc-staging", { ...stack("staging", "new"), locals: { also: "new" } }],
      ["vpc-production", stack("production", "new")],
      ["root-dns-staging", stack("staging", "same")],
    ]),
  );

  expect(changedStacks(report).sort()).toEqual(["vpc-production", "vpc-staging"]);
});

test("names stacks that are gone or new", () => {
  const stacks = new Map([["vpc-staging", stack("staging", "any")]]);

  expect(changedStacks(reportOn("main", stacks, new Map()))).toEqual(["vpc-staging"]);
  expect(changedStacks(reportOn("main", new Map(), stacks))).toEqual(["vpc-staging"]);
});

test("names nothing where nothing changed", () => {
  const stacks = new Map([["vpc-staging", stack("staging", "any")]]);

  expect(changedStacks(reportOn("main", stacks, stacks))).toEqual([]);
});
