import { expect, test } from "vitest";
import { upgradeOfCharts } from "../../../operate/upgrade/charts";
import { environment } from "../../../../__tests__/support/environments";

const dex = {
  name: "dex",
  version: "0.24.0",
  kubernetes: { oldest: "1.25", newest: "1.36" },
  source: "https://dex.example/tested",
};
const newer = { version: "0.26.0", kubernetes: { newest: "1.38" }, source: "https://dex.example/0.26" };
const tooNew = { version: "0.30.0", kubernetes: { oldest: "1.38" }, source: "https://dex.example/0.30" };

test("a chart that does not support the new minor moves first, to the newest release on record that does", () => {
  expect(upgradeOfCharts(environment(), "1.37", { dex: { ...dex, others: [tooNew, newer] } })).toEqual({
    proposals: [
      {
        step: "before",
        file: "src/addons/dex/chart.ts",
        setting: "CHART.version",
        from: "0.24.0",
        to: "0.26.0",
        why: "0.24.0 supports 1.25 to 1.36; https://dex.example/0.26",
      },
    ],
    blockers: [],
    exceptions: [],
  });
});

test("a chart that supports the new minor stays", () => {
  expect(upgradeOfCharts(environment(), "1.36", { dex })).toEqual({
    proposals: [],
    blockers: [],
    exceptions: [],
  });
});

test("an exception is told where the move makes use of it", () => {
  const exception = { newest: "1.37", reason: "Tried out in integration." };

  expect(upgradeOfCharts(environment(), "1.37", { dex: { ...dex, exception } }).exceptions).toEqual([
    "dex 0.24.0: Tried out in integration.",
  ]);
  expect(upgradeOfCharts(environment(), "1.36", { dex: { ...dex, exception } }).exceptions).toEqual([]);
});
