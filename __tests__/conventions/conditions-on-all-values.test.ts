import { expect, it } from "vitest";
import { everyStack } from "../support/every-platform";
import type { Block } from "../support/terraform";

/** Statements of every policy that a stack writes. */
const statementsIn = (value: unknown): Block[] => {
  if (typeof value === "string") {
    return value.startsWith('{"Version":"2012-10-17"')
      ? (JSON.parse(value) as { Statement: Block[] }).Statement
      : [];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(statementsIn) : [];
};

/** Keys that every request of an action has, or without which it changes nothing. */
const NEEDLESS = ["aws:TagKeys"];

/** Keys of a condition on all values that no other condition asks for: it holds for a request without them. */
const openKeys = ({ Condition = {} }: Block): string[] => {
  const keys = Object.entries(Condition as Record<string, Record<string, unknown>>)
    .filter(([operator]) => operator.startsWith("ForAllValues:"))
    .flatMap(([, each]) => Object.keys(each))
    .filter((key) => !NEEDLESS.includes(key));
  return keys.some((key) => (Condition.Null as Block | undefined)?.[key] === "false") ? [] : keys;
};

it("lets no request pass a condition on all values for having none", () => {
  const allowed = everyStack
    .flatMap(({ terraform }) => statementsIn(terraform.json))
    .filter(({ Effect }) => Effect === "Allow");

  expect(JSON.stringify(allowed)).toContain("ForAllValues:");
  expect(allowed.filter((statement) => openKeys(statement).length > 0)).toEqual([]);
});
