import { availableParallelism } from "node:os";
import { expect, it } from "vitest";
import { onAllCores } from "../../kit/on-all-cores";

const ITEMS = Array.from({ length: 20 }, (_, index) => index);

it("does everything once, with results in order", async () => {
  const results = await onAllCores(ITEMS, async (item) => {
    await new Promise((resolve) => setTimeout(resolve, item % 3));
    return item * 2;
  });

  expect(results).toEqual(ITEMS.map((item) => item * 2));
});

it("does as much at once as there are cores", async () => {
  let [now, most] = [0, 0];
  await onAllCores(ITEMS, async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 1));
    now--;
  });

  expect(most).toBe(Math.min(availableParallelism(), ITEMS.length));
});

it("fails where one fails", async () => {
  const work = (item: number) => (item === 7 ? Promise.reject(new Error("seven")) : Promise.resolve(item));

  await expect(onAllCores(ITEMS, work)).rejects.toThrow("seven");
});
