import { describe, expect, it } from "vitest";
import { exporterOf, METRICS_BY_EXPORTER } from "../../src/addons/metrics-catalogue";

describe("the catalogue of metrics", () => {
  it.each(Object.entries(METRICS_BY_EXPORTER))("lists those of %s in order, each once", (_, metrics) => {
    expect(metrics).toEqual([...new Set(metrics)].sort());
  });

  it("names one provider of each", () => {
    const all = Object.values(METRICS_BY_EXPORTER).flat();

    expect(new Set(all).size).toBe(all.length);
    expect(exporterOf("up")).toBe("prometheus");
    expect(exporterOf("down")).toBeUndefined();
  });
});
