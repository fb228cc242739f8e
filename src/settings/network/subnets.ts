/** CIDR by availability-zone letter: `{ a: "10.1.20.0/24", … }`. */
export type SubnetCidrs = Readonly<Record<string, string>>;

/** Three tiers of subnets of a cluster. */
export interface SubnetTiers {
  /** Private subnets of the network interfaces that EKS makes for the control plane. */
  readonly controlPlane: SubnetCidrs;

  /** Subnets of load balancers and NAT gateways. */
  readonly public: SubnetCidrs;

  /** Subnets of nodes, and of pods that have none of their own. */
  readonly private: SubnetCidrs;

  /** Subnets of pods alone, by custom networking of the VPC CNI or by Cilium; empty where pods have addresses beside their nodes. */
  readonly pods: SubnetCidrs;
}

export const SUBNET_TIERS = [
  "controlPlane",
  "public",
  "private",
  "pods",
] as const satisfies (keyof SubnetTiers)[];

/** Tiers that every cluster has. */
export const NEEDED_TIERS = ["controlPlane", "public", "private"] as const satisfies (keyof SubnetTiers)[];

/** Way in which Terraform finds a subnet that exists: by its id, or by tags that no other subnet of its zone has. */
export type SubnetSource = { readonly id: string } | { readonly tags: Readonly<Record<string, string>> };

/** A subnet that exists. Terraform stops where it finds none with this range in the zone. */
export type ExistingSubnet = SubnetSource & { readonly cidr: string };

/** Subnets by availability-zone letter: the range of one that Terraform makes, or one that exists. */
export type SubnetSettings = Readonly<Record<string, string | ExistingSubnet>>;

/** Tiers of subnets in an environment file. */
export type SubnetTierSettings = Readonly<Partial<Record<keyof SubnetTiers, SubnetSettings>>>;

/** Sources of the subnets of a cluster that exist, by tier and availability-zone letter. */
export type SubnetSources = Readonly<Record<keyof SubnetTiers, Readonly<Record<string, SubnetSource>>>>;

/** Says that pods have subnets of their own, by custom networking of the VPC CNI or by Cilium. */
export const hasPodSubnets = ({ subnets }: { readonly subnets: SubnetTiers }): boolean =>
  Object.keys(subnets.pods).length > 0;

/** Says that a cluster's subnets exist already. A rule refuses some that do and some that do not. */
export const hasExistingSubnets = ({
  existingSubnets,
}: {
  readonly existingSubnets: SubnetSources;
}): boolean => Object.values(existingSubnets).some((tier) => Object.keys(tier).length > 0);
