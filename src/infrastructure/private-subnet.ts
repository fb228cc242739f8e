import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet, type SubnetConfig } from "@cdktf/provider-aws/lib/subnet";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

/** Addresses and availability zone of a subnet. */
export interface SubnetPlace {
  readonly cidr: string;

  /**
   * Range of IPv6, of which each machine in the subnet gets an address.
   *
   * @default - none
   */
  readonly ipv6Cidr?: string | undefined;
  readonly zone: string;
}

export interface PrivateSubnetProps {
  readonly vpcId: string;

  /** `Name` tag of the subnet and of its route table. */
  readonly name: string;
  readonly place: SubnetPlace;

  /** @default - none but the name */
  readonly tags?: Readonly<Record<string, string>>;

  /**
   * Ranges of the VPC that the subnet may lie in.
   *
   * @default - none but the VPC's own
   */
  readonly after?: readonly ITerraformDependable[];
}

/** Addresses of IPv6 of a subnet, as the provider takes them. */
export const ipv6Of = ({ ipv6Cidr }: SubnetPlace): Partial<SubnetConfig> =>
  ipv6Cidr === undefined ? {} : { ipv6CidrBlock: ipv6Cidr, assignIpv6AddressOnCreation: true };

/** A subnet with a route table of its own, which has no route until one is added. */
export class PrivateSubnet extends Construct {
  readonly id: string;
  readonly routeTableId: string;

  constructor(scope: Construct, id: string, { vpcId, name, place, tags, after = [] }: PrivateSubnetProps) {
    super(scope, id.replaceAll("_", "-"));

    const subnet = new Subnet(this, "subnet", {
      vpcId,
      cidrBlock: place.cidr,
      availabilityZone: place.zone,
      ...ipv6Of(place),
      tags: { Name: name, ...tags },
      ...(after.length > 0 && { dependsOn: [...after] }),
    });
    const routes = new RouteTable(this, "routes", { vpcId, tags: { Name: name } });
    new RouteTableAssociation(this, "routes-association", { subnetId: subnet.id, routeTableId: routes.id });

    this.id = subnet.id;
    this.routeTableId = routes.id;
  }
}
