import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface VpcEndpointsProps {
  /** Last part of the names of the endpoints and their security group. */
  readonly label: string;
  readonly region: string;
  readonly vpcId: string;

  /** Interface endpoints by id: `{ "ecr-api": "ecr.api" }`. */
  readonly interfaces: Readonly<Record<string, string>>;
  readonly subnetIds: readonly string[];

  /** Addresses that may call the interface endpoints: CIDR by zone letter. */
  readonly callers: Readonly<Record<string, string>>;

  /** Route tables that reach S3 without a NAT gateway. An empty list makes no S3 endpoint. */
  readonly s3RouteTableIds: readonly string[];
}

/**
 * Endpoints through which private subnets reach AWS services without the NAT gateways: cheaper, and
 * independent of them.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html
 */
export class VpcEndpoints extends Construct {
  /** Endpoints, which nodes without another way out need before they start. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: VpcEndpointsProps) {
    super(scope, id);
    const { vpcId, interfaces, s3RouteTableIds } = props;

    if (s3RouteTableIds.length > 0) {
      new VpcEndpoint(this, "s3", {
        ...endpoint("s3", "s3", props),
        vpcId,
        vpcEndpointType: "Gateway",
        routeTableIds: [...s3RouteTableIds],
      });
    }
    if (Object.keys(interfaces).length > 0) {
      this.addInterfaces(props);
    }
    this.ready = this.node
      .findAll()
      .filter((element) => element instanceof VpcEndpoint || element instanceof VpcSecurityGroupIngressRule);
  }

  private addInterfaces(props: VpcEndpointsProps): void {
    const securityGroup = this.securityGroup(props);
    for (const [name, service] of Object.entries(props.interfaces)) {
      new VpcEndpoint(this, name, {
        ...endpoint(name, service, props),
        vpcId: props.vpcId,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        securityGroupIds: [securityGroup.id],
        subnetIds: [...props.subnetIds],
      });
    }
  }

  /** Security group with HTTPS in from the callers and nothing out: endpoints only answer. */
  private securityGroup({ label, vpcId, callers }: VpcEndpointsProps): SecurityGroup {
    const securityGroup = new SecurityGroup(this, "security-group", {
      name: `vpc-endpoints-${label}`,
      description: "HTTPS from private subnets to VPC endpoints",
      vpcId,
      // AWS changes no description: an adopted group would be made anew, while endpoints are in it.
      lifecycle: { ignoreChanges: ["description"] },
    });
    for (const [letter, cidr] of Object.entries(callers)) {
      new VpcSecurityGroupIngressRule(this, `https-from-${letter}`, {
        securityGroupId: securityGroup.id,
        description: `HTTPS from private subnet ${letter}`,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIpv4: cidr,
      });
    }
    return securityGroup;
  }
}

/** Service and name of an endpoint. */
const endpoint = (name: string, service: string, { region, label }: VpcEndpointsProps) => ({
  serviceName: `com.amazonaws.${region}.${service}`,
  tags: { Name: `${name}-endpoint-${label}` },
});
