import { describe, expect, it } from "vitest";
import type { NodeGroupConfig } from "../../../../src/settings/cluster/node-group";
import { problemsWith } from "../../../support/environments";

const problemsOf = (group: Partial<NodeGroupConfig>) =>
  problemsWith({ cluster: { nodeGroups: { "arm-green": {}, extra: group } } });
const at = "production clusters.govuk.nodeGroups.extra";

describe("the performance of a node's disk", () => {
  it.each<NonNullable<NodeGroupConfig["diskPerformance"]>>([
    { type: "gp3" },
    { type: "gp3", iops: 16_000, throughputMib: 1_000 },
    { type: "io2", iops: 60_000 },
  ])("may be %j of 60 GiB", (diskPerformance) => {
    expect(problemsOf({ diskPerformance })).toEqual([]);
  });

  it("is refused where its type or its size does not give it", () => {
    expect(problemsOf({ diskPerformance: { type: "gp3", iops: 2_000 } })).toEqual([
      `${at}.diskPerformance.iops: expected a whole number from 3000 to 16000 for gp3 of 60 GiB, got 2000; change it, or diskGib`,
    ]);
    expect(problemsOf({ diskPerformance: { type: "io2", iops: 60_001 } })).toEqual([
      `${at}.diskPerformance.iops: expected a whole number from 100 to 60000 for io2 of 60 GiB, got 60001; change it, or diskGib`,
    ]);
    expect(problemsOf({ diskPerformance: { type: "gp3", throughputMib: 800 } })).toEqual([
      `${at}.diskPerformance.throughputMib: expected a whole number from 125 to 750 with 3000 iops, got 800; change it, or iops`,
    ]);
  });
});

describe("placement groups", () => {
  it("may hold nodes near each other in one zone, apart, or in parts", () => {
    expect(problemsOf({ placement: "cluster", perZone: true })).toEqual([]);
    expect(problemsOf({ placement: "spread", size: { min: 0, desired: 0, max: 21 } })).toEqual([]);
    expect(problemsOf({ placement: "partition" })).toEqual([]);
  });

  it("are refused near each other in several zones, and of burstable instances", () => {
    expect(problemsOf({ placement: "cluster" })).toEqual([
      `${at}.placement: expected "cluster" in one zone, got zones a, b, c; name one in zones, or write perZone: true`,
    ]);
    expect(problemsOf({ placement: "cluster", zones: ["a"], instanceTypes: ["t4g.large"] })).toEqual([
      `${at}.placement: expected "cluster" with instances that are not burstable, got "t4g.large"; choose another type`,
    ]);
  });

  it("are refused with more nodes apart than AWS has room for", () => {
    const size = { min: 0, desired: 0, max: 8 };
    expect(problemsOf({ placement: "spread", zones: ["a"], size })).toEqual([
      `${at}.placement: expected "spread" with 7 nodes at most, 7 in each zone, got 8; lower size.max, or write "partition"`,
    ]);
    expect(problemsOf({ placement: "spread", perZone: true, size })).toHaveLength(1);
  });
});

describe("nodes that are replaced at once", () => {
  it("are one to a hundred, as a number or in per cent", () => {
    expect(problemsOf({ replaces: { nodes: 3 } })).toEqual([]);
    expect(problemsOf({ replaces: { percent: 100 } })).toEqual([]);
    expect(problemsOf({ replaces: { nodes: 0 } })).toEqual([
      `${at}.replaces.nodes: expected a whole number from 1 to 100, got 0; leave it out for one node at a time`,
    ]);
  });
});
