import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Construct } from "constructs";

interface Ends {
  readonly name: string;
  readonly vpcId: string;
  readonly port: number;

  /** Security group that alone may connect. */
  readonly clientSecurityGroupId: string;
}

/** Security group through which only the cluster's nodes and pods reach a PostgreSQL database. */
export function postgresSecurityGroup(
  scope: Construct,
  { name, vpcId, port, clientSecurityGroupId }: Ends,
): SecurityGroup {
  const securityGroup = new SecurityGroup(scope, "security-group", {
    name,
    description: "PostgreSQL from the cluster",
    vpcId,
  });
  new VpcSecurityGroupIngressRule(scope, "postgresql-from-cluster", {
    securityGroupId: securityGroup.id,
    description: "PostgreSQL from the cluster",
    referencedSecurityGroupId: clientSecurityGroupId,
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
  });
  return securityGroup;
}
