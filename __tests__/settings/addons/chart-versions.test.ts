import { describe, expect, it } from "vitest";
import {
  acceptedRange,
  chartAt,
  type ChartSupport,
  crdsFirst,
  releaseFor,
  versionsOnRecord,
} from "../../../src/settings/addon-definition/chart";

const older = {
  version: "1.0.0",
  kubernetes: { oldest: "1.30", newest: "1.34" },
  source: "https://chart.example/1",
  exception: { newest: "1.35", reason: "It was tried." },
};
const chart: ChartSupport = {
  name: "chart",
  version: "2.0.0",
  kubernetes: { oldest: "1.33" },
  source: "https://chart.example/2",
  crds: { names: ["a.b"], digest: "0123" },
  others: [older, { version: "0.9.0", kubernetes: {}, source: older.source }],
};

describe("a chart that its add-on can install at several versions", () => {
  it("has them all on record, the one that it is written for first", () => {
    expect(versionsOnRecord(chart)).toEqual(["2.0.0", "1.0.0", "0.9.0"]);
  });

  it("is at each what the record says of it: its minors, its exception and its CRDs", () => {
    const at = chartAt(chart, "1.0.0");

    expect(at).toMatchObject({ name: "chart", version: "1.0.0", source: "https://chart.example/1" });
    expect(acceptedRange(at)).toEqual({ oldest: "1.30", newest: "1.35" });
    expect([crdsFirst(at), crdsFirst(chart)].map((steps) => steps.length)).toEqual([0, 1]);
  });

  it("may be replaced by the one that the add-on is written for", () => {
    expect(releaseFor(chartAt(chart, "1.0.0"), "1.36")).toMatchObject({ version: "2.0.0" });
  });

  it("stays as it is at its own version, and at one that is on no record", () => {
    expect([chartAt(chart), chartAt(chart, "2.0.0"), chartAt(chart, "3.0.0")]).toEqual([chart, chart, chart]);
  });
});
