/** CIDR by availability-zone letter: `{ a: "10.1.20.0/24", … }`. */
export type SubnetCidrs = Readonly<Record<string, string>>;

/** Three tiers of subnets of a cluster. */
export interface SubnetTiers {
  /** Private subnets of the network interfaces that EKS makes for the control plane. */
  readonly controlPlane: SubnetCidrs;

  /** Subnets of load balancers and NAT gateways. */
  readonly public: SubnetCidrs;

  /** Subnets of nodes and pods. */
  readonly private: SubnetCidrs;
}

export const SUBNET_TIERS = ["controlPlane", "public", "private"] as const satisfies (keyof SubnetTiers)[];

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
}

/** A VPC that exists already. There is no `vpc` stack; the others use these ids. */
export interface ExistingVpc {
  readonly existing: {
    readonly id: string;
    readonly cidr: string;
    readonly internetGatewayId: string;

    /** Ids of the legacy private subnets by name. Names that begin with `rds_` hold databases. */
    readonly privateSubnetIds: Readonly<Record<string, string>>;

    /** Route tables of those subnets, which reach S3 through the gateway endpoint. */
    readonly privateRouteTableIds: readonly string[];
  };
}

export type Vpc = NewVpc | ExistingVpc;

/** AWS services that private subnets reach without the NAT gateways. */
export interface VpcEndpoints {
  readonly s3: boolean;
  readonly ecr: boolean;
  readonly secretsManager: boolean;
  readonly bedrockRuntime: boolean;

  /** Further services with an interface endpoint, by the end of their name: `sts`, `logs`, `elasticloadbalancing`. */
  readonly others: readonly string[];
}

/**
 * NAT gateways of a cluster: one in each zone, one for all, or none. A single one costs less, and its zone takes the
 * others' way out with it when it fails. Without any, nodes and pods reach AWS through endpoints and nothing else.
 */
export type Nat = "per-zone" | "single" | "none";

/** Transit gateway, through which the subnets of nodes reach other networks. */
export interface TransitGateway {
  readonly id: string;

  /** Ranges of those networks. */
  readonly destinations: readonly string[];
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
  readonly zones: Readonly<Record<string, string>>;
}

/** Network of one cluster: its own subnets and endpoints in the environment's VPC. */
export interface ClusterNetworkConfig extends NetworkConfig {
  readonly subnets: SubnetTiers;
  readonly endpoints: VpcEndpoints;
  readonly nat: Nat;
}

/** Endpoints of the main cluster. */
export const ENDPOINT_DEFAULTS: VpcEndpoints = {
  s3: true,
  ecr: true,
  secretsManager: true,
  bedrockRuntime: false,
  others: [],
};

/**
 * Endpoints of every other cluster. A VPC takes one interface endpoint with private DNS per service, and the
 * main cluster's admit every cluster of the VPC; a gateway endpoint serves only the route tables it is given.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/interface-endpoints.html
 */
export const SHARED_ENDPOINTS: VpcEndpoints = { ...ENDPOINT_DEFAULTS, ecr: false, secretsManager: false };

export const vpcCidr = (vpc: Vpc): string => ("existing" in vpc ? vpc.existing.cidr : vpc.cidr);
