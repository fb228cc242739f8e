import { expect, test } from "vitest";
import { measure } from "../../reports/bench/measure";

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
