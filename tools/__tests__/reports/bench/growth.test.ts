import { expect, test } from "vitest";
import { costOfLater, costOfMany } from "../../../reports/bench/growth";

const sized = (cost: (size: number) => number) =>
  [1, 5, 10].map((size) => ({ size, value: 3 + cost(size) })) as Parameters<typeof costOfLater>;

test.each([
  ["as much as earlier ones where growth is linear", (size: number) => 2 * size, 1],
  ["more where growth is quadratic", (size: number) => size ** 2, 2.5],
  ["less where growth slows down", (size: number) => Math.min(size, 5), 0],
])("later ones cost %s", (_, cost, ratio) => {
  expect(costOfLater(...sized(cost))).toBeCloseTo(ratio);
});

test("800 cost 8 times as much as 100 where growth is linear, whatever a platform without any costs", () => {
  expect(costOfMany(50, 50 + 100, 50 + 800)).toBe(8);
});
