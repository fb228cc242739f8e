import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Construct } from "constructs";
import type { ResourceParts } from "../resource-parts";

export interface DoorProps extends Pick<ResourceParts, "network" | "clientSecurityGroupId"> {
  /** Name in AWS of what the group is for. */
  readonly name: string;
  readonly port: number;
}

/**
 * Security group of something that a tenant's pods connect to, on one port. It lets nothing out.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html
 */
export function door(
  scope: Construct,
  { name, port, network, clientSecurityGroupId }: DoorProps,
): SecurityGroup {
  const group = new SecurityGroup(scope, "security-group", {
    name,
    description: "Pods of one tenant",
    vpcId: network.vpcId,
  });
  new VpcSecurityGroupIngressRule(scope, "from-pods", {
    securityGroupId: group.id,
    description: "Pods of one tenant",
    referencedSecurityGroupId: clientSecurityGroupId,
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
  });
  return group;
}

/** Subnets of a database: the private ones of the cluster. */
export const databaseSubnets = (scope: Construct, name: string, { network }: DoorProps): DbSubnetGroup =>
  new DbSubnetGroup(scope, "subnets", { name, subnetIds: [...network.subnetIds] });
