import { describe, expect, it } from "vitest";
import { disruptionBudget, topologySpread } from "../../src/constructs/availability";

describe("disruptionBudget", () => {
  it("lets a node be drained that holds the only replica", () => {
    expect(disruptionBudget(1)).toEqual({ enabled: false });
  });

  it.each([
    [2, 1],
    [3, 2],
  ])("of %d replicas keeps %d", (replicas, kept) => {
    expect(disruptionBudget(replicas)).toEqual({
      enabled: true,
      minAvailable: kept,
      unhealthyPodEvictionPolicy: "AlwaysAllow",
    });
  });
});

describe("topologySpread", () => {
  it("spreads the pods with the labels over zones, then nodes, without holding any back", () => {
    const labelSelector = { matchLabels: { app: "demo" } };

    expect(topologySpread({ app: "demo" })).toEqual([
      {
        maxSkew: 1,
        topologyKey: "topology.kubernetes.io/zone",
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector,
      },
      {
        maxSkew: 1,
        topologyKey: "kubernetes.io/hostname",
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector,
      },
    ]);
  });
});
