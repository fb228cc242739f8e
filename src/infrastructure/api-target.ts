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

/** Lets one security group connect to the Kubernetes API. */
export function httpsToApi(
  scope: Construct,
  { securityGroupId: api }: ApiTarget,
  { name, securityGroupId: client }: { readonly name: string; readonly securityGroupId: string },
): void {
  const https = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
  new VpcSecurityGroupEgressRule(scope, "https-to-api", {
    ...https,
    securityGroupId: client,
    description: "HTTPS to the Kubernetes API",
    referencedSecurityGroupId: api,
  });
  new VpcSecurityGroupIngressRule(scope, "https-into-api", {
    ...https,
    securityGroupId: api,
    description: `Kubernetes API from ${name}`,
    referencedSecurityGroupId: client,
  });
}
