import { expect, test } from "vitest";
import { holds } from "../../offline/conditions";

const conditions = (type: string, status: string) => ({ status: { conditions: [{ type, status }] } });

test("takes a condition for one that holds only if its status says so", () => {
  expect(holds("Ready", conditions("Ready", "True"))).toBe(true);
  expect(holds("Ready", conditions("Ready", "False"))).toBe(false);
  expect(holds("Ready", conditions("Ready", "Unknown"))).toBe(false);
  expect(holds("Ready", conditions("Established", "True"))).toBe(false);
});

test("knows no condition of an object without a status", () => {
  expect(holds("Ready", { kind: "Pod" })).toBe(false);
});
