import type { ITerraformDependable } from "cdktf";

/** Subnets of a cluster and their ways out, which Terraform makes or finds. */
export interface ClusterSubnets {
  readonly controlPlaneSubnetIds: readonly string[];
  readonly publicSubnetIds: readonly string[];
  readonly privateSubnetIds: readonly string[];

  /** Ids of the subnets of nodes by availability-zone letter. */
  readonly privateSubnetIdsByZone: Readonly<Record<string, string>>;

  /** Ids of the subnets of pods alone by availability-zone letter; empty where pods are in those of nodes. */
  readonly podSubnetIdsByZone: Readonly<Record<string, string>>;
  readonly privateRouteTableIds: readonly string[];

  /** Ids of the route tables to which routes may be added, by the name of their subnet. None leads in from the internet. */
  readonly insideRouteTableIds: Readonly<Record<string, string>>;

  /** Routes that a machine in a private subnet needs to reach anything outside. */
  readonly ready: readonly ITerraformDependable[];

  /** Source addresses of the cluster's traffic to the internet. */
  readonly natAddresses: readonly string[];

  /** Ids by availability-zone letter. */
  readonly natGatewayIds: Readonly<Record<string, string>>;
}
