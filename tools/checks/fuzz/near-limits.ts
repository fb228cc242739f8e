import fc from "fast-check";
import type { ClusterSettings } from "../../../src/settings/cluster/cluster";
import type { NodeGroupConfig } from "../../../src/settings/cluster/node-group";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import type { SubnetCidrs, SubnetTiers } from "../../../src/settings/network/subnets";
import { acceptedSettings } from "./accepted-settings";

/** Tiers that every cluster has. */
type Tiers = Omit<SubnetTiers, "pods">;

interface Change {
  readonly clusters: number;
  readonly nameLength: number;
  readonly prefixes: Readonly<Record<keyof Tiers, number>>;

  /** Ranges of each public endpoint. */
  readonly ranges: number;

  /** Node groups of each cluster, of which the first has nodes to begin with and the second taints. */
  readonly groups: number;
  readonly nodes: number;
  readonly taints: number;
  readonly perZone: boolean;
}

const ORDINARY: Change = {
  clusters: 1,
  nameLength: 4,
  prefixes: { controlPlane: 26, public: 26, private: 26 },
  ranges: 2,
  groups: 2,
  nodes: 1,
  taints: 1,
  perZone: false,
};

const around = (limit: number) => fc.integer({ min: limit - 1, max: limit + 1 });
const prefix = fc.integer({ min: 26, max: 29 });

/** One thing at a time on either side of a limit, so that many cases are accepted. */
const change: fc.Arbitrary<Change> = fc
  .oneof<fc.Arbitrary<Partial<Change>>[]>(
    fc.record({ clusters: fc.integer({ min: 1, max: 4 }), nameLength: fc.constantFrom(4, 12, 40) }),
    prefix.map((controlPlane) => ({ prefixes: { ...ORDINARY.prefixes, controlPlane } })),
    prefix.map((prefix) => ({ prefixes: { ...ORDINARY.prefixes, public: prefix } })),
    prefix.map((prefix) => ({ prefixes: { ...ORDINARY.prefixes, private: prefix } })),
    around(40).map((ranges) => ({ ranges })),
    around(50).map((taints) => ({ taints })),
    fc.record({ groups: fc.oneof(around(100), around(50)), perZone: fc.boolean() }),
    fc.record({ nodes: around(58), perZone: fc.boolean() }),
  )
  .map((some) => ({ ...ORDINARY, ...some }));

/** Settings with sizes, counts and names on either side of AWS's limits. Rules refuse some of them. */
export const settingsNearLimits: fc.Arbitrary<EnvironmentSettings> = fc
  .tuple(acceptedSettings, change)
  .map(([settings, change]) => {
    const cluster = Object.values(settings.clusters)[0]!;
    const letters = Object.keys(settings.network.zones ?? { a: "", b: "", c: "" });
    const cidr = "10.77.0.0/16";
    const vpc = settings.network.vpc;
    return {
      ...settings,
      network: {
        ...settings.network,
        vpc: "existing" in vpc ? { existing: { ...vpc.existing, cidr } } : { cidr },
      },
      clusters: Object.fromEntries(
        Array.from({ length: change.clusters }, (_, index) => [
          `c${index}`.padEnd(change.nameLength, "x"),
          clusterOf(cluster, { change, index, letters }),
        ]),
      ),
    };
  });

interface Position {
  readonly change: Change;
  readonly index: number;
  readonly letters: readonly string[];
}

function clusterOf(cluster: ClusterSettings, { change, index, letters }: Position): ClusterSettings {
  const isMain = index === 0;
  return {
    ...cluster,
    main: isMain,
    subdomain: `c${index}`,
    endpoints: isMain ? cluster.endpoints : undefined,
    grafanaDatabase: false,
    workflowsDatabase: false,
    endpointAccess: {
      public: { cidrs: Array.from({ length: change.ranges }, (_, at) => `203.0.113.${at}/32`) },
    },
    nodeGroups: groupsOf(change),
    subnets: subnetsOf(change.prefixes, index, letters),
  };
}

function groupsOf({ groups, taints, perZone, nodes }: Change): Record<string, Partial<NodeGroupConfig>> {
  const size = { min: 1, desired: nodes, max: 100 };
  const tainted = Array.from({ length: taints }, (_, at) => ({
    key: `k${at}`,
    effect: "NoSchedule" as const,
  }));
  return Object.fromEntries(
    Array.from({ length: groups }, (_, at) => [
      `g${at}`,
      {
        size: at === 0 ? size : { min: 0, desired: 0, max: 1 },
        perZone,
        ...(at === 1 && { taints: tainted }),
      },
    ]),
  );
}

/** Subnets of one cluster, each in a /24 of its own. */
const subnetsOf = (
  prefixes: Readonly<Record<keyof Tiers, number>>,
  cluster: number,
  letters: readonly string[],
): Tiers => {
  const tier = (position: number, prefix: number): SubnetCidrs =>
    Object.fromEntries(
      letters.map((letter, at) => [letter, `10.77.${(cluster * 3 + position) * 5 + at}.0/${prefix}`]),
    );
  return {
    controlPlane: tier(0, prefixes.controlPlane),
    public: tier(1, prefixes.public),
    private: tier(2, prefixes.private),
  };
};
