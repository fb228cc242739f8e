import { mergeSettings } from "../checking/merge-settings";
import { ENDPOINT_DEFAULTS, ENDPOINT_SERVICES, SHARED_ENDPOINTS, type VpcEndpoints } from "./endpoints";
import { type Ipv6Settings, ipv6Subnets, isVpcRange } from "./ipv6";
import { standardSubnets } from "./layout";
import {
  type ClusterNetworkConfig,
  type Nat,
  type NetworkConfig,
  type NetworkSettings,
  vpcCidr,
  vpcIpv6,
} from "./network";
import {
  SUBNET_TIERS,
  type SubnetSettings,
  type SubnetSource,
  type SubnetSources,
  type SubnetTiers,
  type SubnetTierSettings,
} from "./subnets";

/** Network of an environment over its defaults. */
export function networkWithDefaults(
  { vpc, zones, blockedRanges = [], transitGateway, routes = [] }: NetworkSettings,
  region: string,
): NetworkConfig {
  return {
    vpc,
    blockedRanges,
    transitGateway,
    routes,
    zones: zones ?? { a: `${region}a`, b: `${region}b`, c: `${region}c` },
  };
}

const NO_SUBNETS: SubnetTiers = { controlPlane: {}, public: {}, private: {}, pods: {} };

const NO_SOURCES: SubnetSources = { controlPlane: {}, public: {}, private: {}, pods: {} };

/** Settings of a cluster about its network. */
interface OfCluster {
  readonly subnets?: SubnetTierSettings;
  readonly endpoints?: Partial<VpcEndpoints>;
  readonly nat?: Nat;
  readonly ipv6?: Ipv6Settings;
}

/** Network of a cluster over its defaults. */
export function clusterNetworkWithDefaults(
  { subnets = {}, endpoints, nat = "per-zone", ipv6 }: OfCluster,
  main: boolean,
  network: NetworkConfig,
): ClusterNetworkConfig {
  const standard = main ? standardSubnets(vpcCidr(network.vpc), Object.keys(network.zones)) : NO_SUBNETS;
  const ranges = mergeSettings(standard, ofTiers(subnets, rangesOf));
  const whole = vpcIpv6(network.vpc);
  return {
    ...network,
    subnets: ranges,
    // Rules refuse a cluster without a range, and a range that is none.
    ...(ipv6 && whole !== undefined && isVpcRange(whole) && { ipv6: ipv6Subnets(whole, ipv6.block, ranges) }),
    existingSubnets: { ...NO_SOURCES, ...ofTiers(subnets, sourcesOf) },
    endpoints: endpointsWithDefaults(main ? ENDPOINT_DEFAULTS : SHARED_ENDPOINTS, endpoints),
    nat,
  };
}

/** Endpoints over their defaults, of which Terraform makes none that exists. */
function endpointsWithDefaults(
  defaults: VpcEndpoints,
  { existing = [], ...written }: Partial<VpcEndpoints> = {},
): VpcEndpoints {
  const exist = Object.entries(ENDPOINT_SERVICES)
    .filter(([, services]) => services.every((service) => existing.includes(service)))
    .map(([name]) => [name, false] as const);
  return { ...mergeSettings<VpcEndpoints>({ ...defaults, ...Object.fromEntries(exist) }, written), existing };
}

function ofTiers<T>(
  tiers: SubnetTierSettings,
  read: (subnets: SubnetSettings) => T,
): Partial<Record<keyof SubnetTiers, T>> {
  const all: { -readonly [Tier in keyof SubnetTiers]?: T } = {};
  for (const tier of SUBNET_TIERS) {
    const subnets = tiers[tier];
    if (subnets !== undefined) {
      all[tier] = read(subnets);
    }
  }
  return all;
}

const rangesOf = (subnets: SubnetSettings): Record<string, string> =>
  Object.fromEntries(
    Object.entries(subnets).map(([zone, subnet]) => [
      zone,
      typeof subnet === "string" ? subnet : subnet.cidr,
    ]),
  );

const sourcesOf = (subnets: SubnetSettings): Record<string, SubnetSource> =>
  Object.fromEntries(
    Object.entries(subnets).flatMap(([zone, subnet]) =>
      typeof subnet === "string"
        ? []
        : [[zone, "id" in subnet ? { id: subnet.id } : { tags: subnet.tags }] as const],
    ),
  );
