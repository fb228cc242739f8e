import { expect, test } from "vitest";
import { benchTable } from "../../../reports/bench/table";

test("shows each figure with its aim and whether it is met", () => {
  const table = benchTable([
    { what: "synth", value: 1.2345, unit: "s" },
    { what: "memory", value: 200, unit: "MB", aim: 200 },
    { what: "bundling", value: 0.301, unit: "s", aim: 0.3 },
  ]);

  expect(table.split("\n")).toEqual([
    "figure    measured  aim",
    "synth     1.23 s",
    "memory    200 MB    ≤ 200 MB  pass",
    "bundling  0.301 s   ≤ 0.3 s   miss",
  ]);
});
