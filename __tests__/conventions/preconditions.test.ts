import { expect, it } from "vitest";
import { everyStack } from "../support/every-platform";
import type { Block } from "../support/terraform";

/** Conditions before and after each resource of a stack. */
const conditionsOf = ({ resource = {} }: Block): string[] =>
  Object.values(resource as Record<string, Record<string, Block>>)
    .flatMap((blocks) => Object.values(blocks))
    .flatMap(({ lifecycle }) => {
      const { precondition = [], postcondition = [] } = (lifecycle ?? {}) as Record<string, Block[]>;
      return [...precondition, ...postcondition].map(({ condition }) => String(condition));
    });

/** Reference to a resource, a data source, a local value or the resource itself. */
const REFERENCE = /\b(?:data|aws|kubernetes|tfe|github)_?[\w.-]*\.[\w-]+|\blocal\.|\bself\./;

it("asks in no condition about literals alone, which Terraform refuses before any plan", () => {
  const conditions = everyStack.flatMap(({ terraform }) => conditionsOf(terraform.json as Block));

  expect(conditions.length).toBeGreaterThan(0);
  expect(conditions.filter((condition) => !REFERENCE.test(condition))).toEqual([]);
});
