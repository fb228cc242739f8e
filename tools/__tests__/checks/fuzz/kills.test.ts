import { expect, it } from "vitest";
import { expectWholeFiles } from "../../../checks/fuzz/kills";

const before = new Map([
  ["vpc", "old"],
  ["dns", "same"],
]);
const after = new Map([
  ["vpc", "new"],
  ["dns", "same"],
]);

const expectNow = (now: Record<string, string>) =>
  expect(() => expectWholeFiles(new Map(Object.entries(now)), before, after));

it("takes each file as it was or as it becomes", () => {
  expectNow({ vpc: "old", dns: "same" }).not.toThrow();
  expectNow({ vpc: "new", dns: "same" }).not.toThrow();
});

it("finds half a file, a file that is gone, and one that nobody meant", () => {
  expectNow({ vpc: "ne", dns: "same" }).toThrow("vpc is neither what it was nor what it became");
  expectNow({ dns: "same" }).toThrow("vpc is gone");
  expectNow({ vpc: "old", dns: "same", other: "x" }).toThrow("other is neither what it was");
});
