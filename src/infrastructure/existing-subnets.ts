import { DataAwsRouteTable } from "@cdktf/provider-aws/lib/data-aws-route-table";
import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { Ec2Tag } from "@cdktf/provider-aws/lib/ec2-tag";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { ClusterSubnets } from "./cluster-subnets";
import type { SubnetPlace } from "./private-subnet";

/** A subnet that exists: its place, and its id or the tags that it alone has in its zone. */
export type FoundSubnet = SubnetPlace &
  ({ readonly id: string } | { readonly tags: Readonly<Record<string, string>> });

/** Subnets that exist by availability-zone letter. */
export type FoundSubnets = Readonly<Record<string, FoundSubnet>>;

export interface ExistingSubnetsProps {
  readonly clusterName: string;
  readonly vpcId: string;
  readonly controlPlane: FoundSubnets;
  readonly public: FoundSubnets;
  readonly private: FoundSubnets;

  /** Subnets of pods alone; empty where pods are in those of nodes. */
  readonly pods: FoundSubnets;

  /** Public addresses of the way out that the subnets have. */
  readonly addresses: readonly string[];

  /** Looks up the route tables of the private subnets, which a gateway endpoint needs. */
  readonly findsRouteTables: boolean;
}

/** Tags by which the load balancer controller finds the subnets of a tier. */
const ROLE = { public: "kubernetes.io/role/elb", private: "kubernetes.io/role/internal-elb" } as const;

/**
 * Subnets that a cluster is given. Terraform finds each in its VPC, zone and range, and stops where none is there; it
 * changes nothing about them but the tags by which the load balancer controller finds them.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html#network-requirements-subnets
 */
export class ExistingSubnets extends Construct implements ClusterSubnets {
  readonly controlPlaneSubnetIds: readonly string[];
  readonly publicSubnetIds: readonly string[];
  readonly privateSubnetIds: readonly string[];
  readonly privateSubnetIdsByZone: Readonly<Record<string, string>>;
  readonly podSubnetIdsByZone: Readonly<Record<string, string>>;
  readonly privateRouteTableIds: readonly string[];
  readonly insideRouteTableIds = {};
  readonly ready: readonly ITerraformDependable[];
  readonly natAddresses: readonly string[];
  readonly natGatewayIds = {};

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ExistingSubnetsProps,
  ) {
    super(scope, id);

    const publicIds = this.find("public", props.public);
    const privateIds = this.find("private", props.private);
    this.controlPlaneSubnetIds = Object.values(this.find("control-plane", props.controlPlane));
    this.publicSubnetIds = Object.values(publicIds);
    this.privateSubnetIds = Object.values(privateIds);
    this.privateSubnetIdsByZone = privateIds;
    this.podSubnetIdsByZone = this.find("pods", props.pods);
    this.ready = [...this.tag("public", publicIds), ...this.tag("private", privateIds)];
    this.privateRouteTableIds = props.findsRouteTables ? this.routeTablesOf(privateIds) : [];
    this.natAddresses = props.addresses;
  }

  private find(tier: string, subnets: FoundSubnets): Readonly<Record<string, string>> {
    const { vpcId } = this.props;
    return Object.fromEntries(
      Object.entries(subnets).map(([letter, subnet]) => {
        const { cidr: cidrBlock, zone: availabilityZone } = subnet;
        const by = "id" in subnet ? { id: subnet.id } : { tags: { ...subnet.tags } };
        const found = new DataAwsSubnet(this, `${tier}-${letter}`, {
          vpcId,
          cidrBlock,
          availabilityZone,
          ...by,
        });
        return [letter, found.id];
      }),
    );
  }

  private tag(tier: keyof typeof ROLE, ids: Readonly<Record<string, string>>): Ec2Tag[] {
    const { clusterName } = this.props;
    return Object.entries(ids).flatMap(([letter, resourceId]) => [
      new Ec2Tag(this, `${tier}-${letter}-role`, { resourceId, key: ROLE[tier], value: "1" }),
      new Ec2Tag(this, `${tier}-${letter}-cluster`, {
        resourceId,
        key: `kubernetes.io/cluster/${clusterName}`,
        value: "shared",
      }),
    ]);
  }

  private routeTablesOf(ids: Readonly<Record<string, string>>): string[] {
    return Object.entries(ids).map(
      ([letter, subnetId]) => new DataAwsRouteTable(this, `private-${letter}-routes`, { subnetId }).id,
    );
  }
}
