import { describe, expect, it } from "vitest";
import { problemsWith } from "../../support/environments";

const ZONES = ["a", "b", "c"];

interface Prefixes {
  readonly controlPlane?: number;
  readonly public?: number;
  readonly private?: number;
}

/** Problems of a cluster whose subnets have these prefixes, and whose one group begins with so many nodes. */
function problemsOf(prefixes: Prefixes, desired = 3, rest: object = {}): readonly string[] {
  const tier = (first: number, prefix: number) =>
    Object.fromEntries(ZONES.map((zone, index) => [zone, `10.13.${first + index}.0/${prefix}`]));
  const subnets = {
    controlPlane: tier(10, prefixes.controlPlane ?? 28),
    public: tier(20, prefixes.public ?? 24),
    private: tier(30, prefixes.private ?? 24),
  };
  return problemsWith({
    network: { vpc: { cidr: "10.13.0.0/16" }, subnets },
    grafanaDatabase: false,
    workflowsDatabase: false,
    cluster: { nodeGroups: { arm: { size: { min: 1, desired, max: 1000 }, ...rest } } },
  });
}

describe("subnets of load balancers", () => {
  it.each(["public", "private"] as const)("are refused in the %s tier where none can be made", (tier) => {
    expect(problemsOf({ [tier]: 28 })).toEqual(
      ZONES.map(
        (zone) =>
          `production clusters.govuk.subnets.${tier}.${zone}: expected a /27 or larger, got /28; write a larger range: a load balancer asks for one, and for eight free addresses in it`,
      ),
    );
  });

  it("may be as small as a load balancer asks for", () => {
    expect(problemsOf({ public: 27, private: 27 })).toEqual([]);
  });

  it("may be smaller for the control plane, which has no load balancers", () => {
    expect(problemsOf({ controlPlane: 28 })).toEqual([]);
  });
});

describe("nodes to begin with", () => {
  const problem = (most: number, got: number) =>
    `production clusters.govuk.nodeGroups: expected ${most} nodes at most to begin with, 2 addresses for each, got ${got}; enlarge subnets.private, or begin with fewer nodes`;

  it("have each an address, and one for a pod", () => {
    expect(problemsOf({ private: 27 }, 39)).toEqual([]);
  });

  it("are refused where the private subnets have no addresses for them", () => {
    expect(problemsOf({ private: 27 }, 40)).toEqual([problem(39, 40)]);
  });

  it("count in each zone for a group per zone", () => {
    expect(problemsOf({ private: 27 }, 14, { perZone: true })).toEqual([problem(39, 42)]);
  });
});
