import type { VpcEndpoints } from "./endpoints";
import type { SubnetSources, SubnetTiers } from "./subnets";

/** A private subnet that predates the cluster: databases, caches, search. */
export interface LegacySubnet {
  readonly cidr: string;

  /** Letter of the availability zone. */
  readonly zone: string;
}

/** A VPC that Terraform makes. */
export interface NewVpc {
  readonly cidr: string;

  /**
   * Further ranges, four at most: for subnets that the first has no room for, or for pods in `100.64.0.0/10`.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
   */
  readonly secondaryCidrs?: readonly string[];

  /**
   * Private subnets outside the cluster, by name. Names that begin with `rds_` hold databases.
   *
   * @default - none
   */
  readonly legacySubnets?: Readonly<Record<string, LegacySubnet>>;

  /**
   * Makes the account's IAM Access Analyzers. An account has one per region, so only one of its environments
   * makes them.
   *
   * @default true
   */
  readonly accessAnalyzers?: boolean;

  /**
   * Addresses of servers from which machines in the VPC get the time, four at most.
   *
   * @default - AWS's own, which every machine reaches
   */
  readonly timeServers?: readonly string[];

  /**
   * Range of IPv6, of a pool of IPAM, for clusters whose pods have addresses of IPv6.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/vpc/latest/ipam/how-it-works-ipam.html
   */
  readonly ipv6?: NewIpv6Range;
}

/** A range of IPv6 that a VPC gets. */
export interface NewIpv6Range {
  /** Range of the pool, a /56. */
  readonly cidr: string;

  /** Id of the pool. */
  readonly ipamPool: string;
}

/** A VPC that exists already. There is no `vpc` stack; the others use these ids. */
export interface ExistingVpc {
  readonly existing: {
    readonly id: string;
    readonly cidr: string;

    /**
     * Further ranges that the VPC has.
     *
     * @default - none
     */
    readonly secondaryCidrs?: readonly string[];
    readonly internetGatewayId: string;

    /**
     * Range of IPv6 that the VPC has, a /56, and the gateway by which its private subnets reach the internet.
     *
     * @default - none
     */
    readonly ipv6?: { readonly cidr: string; readonly egressOnlyGatewayId: string };

    /** Ids of the legacy private subnets by name. Names that begin with `rds_` hold databases. */
    readonly privateSubnetIds: Readonly<Record<string, string>>;

    /** Route tables of those subnets, which reach S3 through the gateway endpoint. */
    readonly privateRouteTableIds: readonly string[];
  };
}

export type Vpc = NewVpc | ExistingVpc;

/**
 * NAT gateways of a cluster: one in each zone, one for all, or none. A single one costs less, and its zone takes the
 * others' way out with it when it fails. Without any, nodes and pods reach AWS through endpoints and nothing else.
 * Subnets that exist have a way out of their own, from addresses that their owner knows.
 */
export type Nat = "per-zone" | "single" | "none" | ExistingWayOut;

/** Way to the internet that Terraform does not make. */
export interface ExistingWayOut {
  /** Public addresses that the cluster's traffic comes from. */
  readonly addresses: readonly string[];
}

/** Transit gateway, through which the subnets of nodes reach other networks. */
export interface TransitGateway {
  readonly id: string;

  /** Ranges of those networks. */
  readonly destinations: readonly string[];
}

/** Way of a route out of the VPC. */
export type RouteTarget =
  | { readonly vpcPeering: string }
  | { readonly virtualPrivateGateway: string }
  | { readonly transitGateway: string }
  | { readonly networkInterface: string };

/** Route from the subnets of nodes and of the control plane to another network. */
export interface ExtraRoute {
  /** Range of the network. */
  readonly to: string;

  /** Id of what leads there, which exists. */
  readonly by: RouteTarget;
}

export interface NetworkSettings {
  readonly vpc: Vpc;

  /**
   * Ranges with which nothing in the subnets of clusters exchanges a packet, in either direction.
   *
   * @default - none
   */
  readonly blockedRanges?: readonly string[];

  /**
   * Transit gateway that the main cluster attaches the VPC to. Its account must share it, and accept the attachment.
   *
   * @default - none
   */
  readonly transitGateway?: TransitGateway;

  /**
   * Further routes of the clusters' subnets, as by a peering.
   *
   * @default - none
   */
  readonly routes?: readonly ExtraRoute[];

  /**
   * Availability zones by letter.
   *
   * @default - a, b and c of the region
   */
  readonly zones?: Readonly<Record<string, string>>;
}

/** Network of an environment, which all of its clusters share. */
export interface NetworkConfig {
  readonly vpc: Vpc;
  readonly blockedRanges: readonly string[];
  readonly transitGateway: TransitGateway | undefined;
  readonly routes: readonly ExtraRoute[];
  readonly zones: Readonly<Record<string, string>>;
}

/** Network of one cluster: its own subnets and endpoints in the environment's VPC. */
export interface ClusterNetworkConfig extends NetworkConfig {
  readonly subnets: SubnetTiers;

  /** Sources of those subnets that exist. Terraform makes the others. */
  readonly existingSubnets: SubnetSources;
  readonly endpoints: VpcEndpoints;
  readonly nat: Nat;

  /**
   * Ranges of IPv6 of the subnets, beside those of IPv4.
   *
   * @default - none: pods have addresses of IPv4
   */
  readonly ipv6?: SubnetTiers;
}

/** Range of IPv6 of a VPC; `undefined` for none. */
export const vpcIpv6 = (vpc: Vpc): string | undefined =>
  ("existing" in vpc ? vpc.existing.ipv6 : vpc.ipv6)?.cidr;

export const vpcCidr = (vpc: Vpc): string => ("existing" in vpc ? vpc.existing.cidr : vpc.cidr);

/** Every range of a VPC, the first one first. */
export const vpcCidrs = (vpc: Vpc): string[] => {
  const { cidr, secondaryCidrs = [] } = "existing" in vpc ? vpc.existing : vpc;
  return [cidr, ...secondaryCidrs];
};
