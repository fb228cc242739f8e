import { expect, test } from "vitest";
import { measure, median } from "../../../reports/bench/measure";

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 2, 9], 3],
])("the median of %j is %d", (values, middle) => {
  expect(median(values)).toBe(middle);
});

test("refuses to measure a program that fails", () => {
  expect(() => measure({ bad: ["-e", "process.exit(1)"] }, 1, "cdktf.out")).toThrow("failed");
});

test("measures the memory of a program once, however many threads it has", () => {
  const program = 'new (require("worker_threads").Worker)("1", { eval: true })';
  const { threads } = measure({ threads: ["-e", program] }, 1, "cdktf.out");

  expect(threads.megabytes).toBeGreaterThan(10);
  expect(threads.megabytes).toBeLessThan(1_000);
});
