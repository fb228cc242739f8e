import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Construct } from "constructs";

/** Kubernetes API of a cluster, as something in the VPC connects to it. */
export interface ApiTarget {
  readonly clusterName: string;

  /** Address of the API. */
  readonly endpoint: string;

  /** Security group of the control plane's network interfaces. */
  readonly securityGroupId: string;
}

const HTTPS = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };

/** Lets one security group connect to the Kubernetes API. */
export function httpsToApi(
  scope: Construct,
  { securityGroupId: api }: ApiTarget,
  { name, securityGroupId: client }: { readonly name: string; readonly securityGroupId: string },
): void {
  new VpcSecurityGroupEgressRule(scope, "https-to-api", {
    ...HTTPS,
    securityGroupId: client,
    description: "HTTPS to the Kubernetes API",
    referencedSecurityGroupId: api,
  });
  new VpcSecurityGroupIngressRule(scope, "https-into-api", {
    ...HTTPS,
    securityGroupId: api,
    description: `Kubernetes API from ${name}`,
    referencedSecurityGroupId: client,
  });
}

/** Lets networks outside the VPC connect to the Kubernetes API. */
export function networksToApi(
  scope: Construct,
  { securityGroupId, clusterName }: ApiTarget,
  cidrs: readonly string[],
): void {
  for (const cidrIpv4 of cidrs) {
    new VpcSecurityGroupIngressRule(scope, `https-from-${cidrIpv4.replaceAll(/[./]/g, "-")}`, {
      securityGroupId,
      description: `Kubernetes API of ${clusterName} from ${cidrIpv4}`,
      cidrIpv4,
      ...HTTPS,
    });
  }
}
