import { describe, expect, it } from "vitest";
import { everyStack } from "../support/every-platform";

/** Arguments that hold a quantity, in limits, quotas, containers and claims. */
const HOLDS_QUANTITY = /(^|\.)(cpu|memory|storage|ephemeral-storage)$/;

/** Steps by which a unit leads to the next: 1024Mi is 1Gi, and 1000m is 1. */
const STEPS: Readonly<Record<string, number>> = { m: 1000, "": 1000, k: 1000, Ki: 1024, Mi: 1024, Gi: 1024 };

/** True for a quantity that the API server keeps as it is: a whole number, in the largest unit that leaves one. */
function isCanonical(quantity: string): boolean {
  const [, amount, unit = ""] = /^(\d+)(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?$/.exec(quantity) ?? [];
  const step = STEPS[unit];
  return amount !== undefined && (amount === "0" || step === undefined || Number(amount) % step !== 0);
}

function quantitiesIn(value: unknown, path: readonly string[] = []): [path: string, quantity: string][] {
  if (typeof value !== "object" || value === null) {
    return HOLDS_QUANTITY.test(path.at(-1) ?? "") ? [[path.join(" "), String(value)]] : [];
  }
  return Object.entries(value).flatMap(([key, child]) => quantitiesIn(child, [...path, key]));
}

const stacks = everyStack.map(({ id, terraform }) => {
  const resources = Object.entries(terraform.json.resource ?? {});
  return { id, quantities: quantitiesIn(resources.filter(([type]) => type.startsWith("kubernetes_"))) };
});

describe("quantities of Terraform's resources of Kubernetes", () => {
  it.each(stacks.filter(({ quantities }) => quantities.length > 0))(
    "are as the API server keeps them, or every plan changes them back: $id",
    ({ quantities }) => {
      expect(quantities.filter(([, quantity]) => !isCanonical(quantity))).toEqual([]);
    },
  );

  it("are looked at in limits, quotas and requests", () => {
    const places = stacks.flatMap(({ quantities }) => quantities.map(([path]) => path));

    for (const place of [/ limit /, / hard /]) {
      expect(places.some((path) => place.test(path))).toBe(true);
    }
  });
});
