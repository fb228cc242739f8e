import { expect, test } from "vitest";
import { measure, median } from "../../../src/commands/bench/measure";

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 2, 9], 3],
])("the median of %j is %d", (values, middle) => {
  expect(median(values)).toBe(middle);
});

test("tells a slow program from a quick one, and a large one from a small one", () => {
  const { quick, slow } = measure(
    { quick: ["-e", ""], slow: ["-e", "Buffer.alloc(2e8, 1); setTimeout(() => {}, 300)"] },
    1,
    "cdktf.out",
  );

  expect(slow.milliseconds - quick.milliseconds).toBeGreaterThan(200);
  expect(slow.megabytes - quick.megabytes).toBeGreaterThan(150);
});

test("does not take the memory of its own process for that of the program", () => {
  const ballast = Buffer.alloc(3e8, 1);
  const { empty } = measure({ empty: ["-e", ""] }, 1, "cdktf.out");

  expect(empty.megabytes).toBeLessThan(ballast.length / 1e6);
});

test("refuses to measure a program that fails", () => {
  expect(() => measure({ bad: ["-e", "process.exit(1)"] }, 1, "cdktf.out")).toThrow("failed");
});
