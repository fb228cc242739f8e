import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Construct } from "constructs";
import { POSTGRES_PORT } from "../constructs/postgres-port";

interface Ends {
  readonly name: string;
  readonly vpcId: string;

  /** Security group that alone may connect. */
  readonly clientSecurityGroupId: string;
}

/** Security group through which only the cluster's nodes and pods reach a PostgreSQL database. */
export function postgresSecurityGroup(
  scope: Construct,
  { name, vpcId, clientSecurityGroupId }: Ends,
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
    fromPort: POSTGRES_PORT,
    toPort: POSTGRES_PORT,
  });
  return securityGroup;
}
