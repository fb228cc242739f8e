import { availableParallelism } from "node:os";

/** Runs a function on every item, as many at once as there are cores. Results are in the items' order. */
export const onAllCores = <Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> => atATime(availableParallelism(), items, work);

/** Runs a function on every item, some at a time. Results are in the items' order. */
export async function atATime<Item, Result>(
  count: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  // All workers take from one queue.
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) {
      results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: count }, worker));
  return results;
}
