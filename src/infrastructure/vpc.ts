import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer";
import { DataAwsRegions } from "@cdktf/provider-aws/lib/data-aws-regions";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { Vpc as AwsVpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcDhcpOptions } from "@cdktf/provider-aws/lib/vpc-dhcp-options";
import { VpcDhcpOptionsAssociation } from "@cdktf/provider-aws/lib/vpc-dhcp-options-association";
import { VpcIpv4CidrBlockAssociation } from "@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association";
import { TerraformIterator, Token } from "cdktf";
import { Construct } from "constructs";
import { PrivateSubnet, type SubnetPlace } from "./private-subnet";

export interface VpcProps {
  /** Name of the organisation, which begins the names of the VPC and its parts. */
  readonly organisation: string;

  /** Last part of the VPC's and the gateway's names. */
  readonly label: string;
  readonly cidr: string;

  /** @default - none */
  readonly secondaryCidrs?: readonly string[];

  /**
   * Range of IPv6, and the pool of IPAM that it is of.
   *
   * @default - none
   */
  readonly ipv6?: { readonly cidr: string; readonly ipamPool: string };

  /** Availability zones, each of which keeps one of the addresses that partners have allow-listed. */
  readonly zones: readonly string[];

  /** Private subnets outside the cluster, by name. */
  readonly privateSubnets: Readonly<Record<string, SubnetPlace>>;

  /** Addresses of servers from which machines get the time. Omit to leave them AWS's own. */
  readonly timeServers?: readonly string[];

  /** Watches what the account shares. An account has room for one analyzer per region. */
  readonly accessAnalyzers: boolean;

  /** Terraform refuses to destroy the addresses. */
  readonly protected: boolean;
}

/**
 * Network of an environment, and IAM's watch over resources shared outside it.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html
 */
export class Vpc extends Construct {
  readonly id: string;
  readonly internetGatewayId: string;

  /** Way of private subnets to the internet by IPv6; `undefined` without a range of it. */
  readonly egressOnlyGatewayId: string | undefined;
  readonly privateSubnetIds: Readonly<Record<string, string>>;
  readonly privateRouteTableIds: readonly string[];

  constructor(scope: Construct, id: string, props: VpcProps) {
    super(scope, id);
    const { organisation, label, cidr, zones, privateSubnets } = props;

    const vpc = new AwsVpc(this, "vpc", {
      cidrBlock: cidr,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      ...(props.ipv6 && { ipv6CidrBlock: props.ipv6.cidr, ipv6IpamPoolId: props.ipv6.ipamPool }),
      tags: { Name: `${organisation}-vpc-${label}` },
    });

    // AWS gives this group to resources without one of their own: it admits no traffic in either direction.
    new DefaultSecurityGroup(this, "default-security-group", {
      vpcId: vpc.id,
      ingress: [],
      egress: [],
      tags: { Name: `${organisation}-default-${label}` },
    });

    const ranges = (props.secondaryCidrs ?? []).map(
      (secondary) =>
        new VpcIpv4CidrBlockAssociation(this, `range-${secondary.replaceAll(/[./]/g, "-")}`, {
          vpcId: vpc.id,
          cidrBlock: secondary,
        }),
    );

    const internetGateway = new InternetGateway(this, "internet-gateway", {
      vpcId: vpc.id,
      tags: { Name: `${organisation}-ig-${label}` },
    });

    if (props.ipv6) {
      this.egressOnlyGatewayId = new EgressOnlyInternetGateway(this, "egress-only-gateway", {
        vpcId: vpc.id,
        tags: { Name: `${organisation}-eigw-${label}` },
      }).id;
    }

    const publicRoutes = new RouteTable(this, "public", {
      vpcId: vpc.id,
      tags: { Name: `${organisation}_public` },
    });
    new Route(this, "public-internet", {
      routeTableId: publicRoutes.id,
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: internetGateway.id,
    });

    for (const zone of zones) {
      new Eip(this, `retained-address-${zone}`, {
        domain: "vpc",
        tags: { Name: `${zone}-nat` },
        lifecycle: { preventDestroy: props.protected },
      });
    }

    const subnets = Object.entries(privateSubnets).map(([name, place]) => ({
      name,
      subnet: new PrivateSubnet(this, `private-${name}`, {
        vpcId: vpc.id,
        name: `${organisation}_private_${name}`,
        place,
        after: ranges,
      }),
    }));

    if (props.timeServers) {
      this.tellTime(vpc.id, `${organisation}-vpc-${label}`, props.timeServers);
    }
    if (props.accessAnalyzers) {
      this.watchWhatIsShared(organisation);
    }

    this.id = vpc.id;
    this.internetGatewayId = internetGateway.id;
    this.privateSubnetIds = Object.fromEntries(subnets.map(({ name, subnet }) => [name, subnet.id]));
    this.privateRouteTableIds = subnets.map(({ subnet }) => subnet.routeTableId);
  }

  /** Names the servers of time to machines as they start, beside AWS's own resolver of names. */
  private tellTime(vpcId: string, name: string, timeServers: readonly string[]): void {
    const options = new VpcDhcpOptions(this, "dhcp-options", {
      domainNameServers: ["AmazonProvidedDNS"],
      ntpServers: [...timeServers],
      tags: { Name: name },
    });
    new VpcDhcpOptionsAssociation(this, "dhcp-options-association", { vpcId, dhcpOptionsId: options.id });
  }

  /** IAM Access Analyzer sees one region at a time, so each region that the account may use has one. */
  private watchWhatIsShared(organisation: string): void {
    const regions = new DataAwsRegions(this, "regions", {
      filter: [{ name: "opt-in-status", values: ["opt-in-not-required", "opted-in"] }],
    });
    const each = TerraformIterator.fromList(regions.names);

    new AccessanalyzerAnalyzer(this, "access-analyzer", {
      forEach: each,
      analyzerName: `${organisation}-${each.value}`,
      type: "ACCOUNT",
      region: Token.asString(each.value),
    });
  }
}
