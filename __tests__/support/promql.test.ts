import { describe, expect, it } from "vitest";
import { readPromql } from "./promql";

describe("readPromql", () => {
  it("finds the metrics, and takes neither labels nor functions for one", () => {
    const query =
      'sum by (up) (rate(a_total{b="c"}[5m])) / on (pod) group_left (d) count without (e) (f:g:rate5m offset 5m)';

    expect(readPromql(query)).toEqual({ metrics: ["a_total", "f:g:rate5m"], errors: [] });
  });

  it("reads a query as Grafana completes it", () => {
    const query = "rate(a_total{$$__tags}[$__rate_interval])";

    expect(readPromql(query)).toEqual({ metrics: ["a_total"], errors: [] });
  });

  it("says where a query cannot be read", () => {
    expect(readPromql("sum by (pod (up)").errors).not.toEqual([]);
  });
});
