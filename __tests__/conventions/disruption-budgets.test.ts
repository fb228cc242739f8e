import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, test } from "vitest";
import { everyStack } from "../support/every-platform";
import { type Block, valuesOf } from "../support/terraform";

interface Found {
  readonly place: string;
  readonly budget: Block;
}

const isMap = (value: unknown): value is Block => typeof value === "object" && value !== null;

/** True for a value that a chart makes a budget of, and for the spec of a budget of our own. */
const isBudget = (place: string, value: Block): boolean =>
  /podDisruptionBudget|\.pdb\b|PodDisruptionBudget\.spec$/.test(place) &&
  (value.minAvailable !== undefined || value.maxUnavailable !== undefined);

/** Budgets in values of charts and in objects of our own. */
function budgetsIn(value: unknown, place: string): Found[] {
  if (!isMap(value)) {
    return [];
  }
  const here = typeof value.kind === "string" ? `${place} ${value.kind}` : place;
  return [
    ...(isBudget(place, value) ? [{ place, budget: value }] : []),
    ...Object.entries(value).flatMap(([key, inner]) => budgetsIn(inner, `${here}.${key}`)),
  ];
}

/** Gatekeeper's chart renders its budget always, and has no key for the policy. */
const WITHOUT_KEY = /gatekeeper_release\.pdb\.controllerManager$/;

const budgets = everyStack.flatMap(({ id, terraform }) =>
  Object.entries(terraform.named(Release)).flatMap(([name, release]) =>
    budgetsIn(valuesOf(release), `${id} ${name}`),
  ),
);

describe("disruption budgets", () => {
  test("let a node go whose pod is in a crash loop", () => {
    const holding = budgets.filter(
      ({ place, budget }) => !WITHOUT_KEY.test(place) && budget.unhealthyPodEvictionPolicy !== "AlwaysAllow",
    );

    expect(budgets.length).toBeGreaterThan(50);
    expect(holding).toEqual([]);
  });
});
