import { Eip } from "@cdktf/provider-aws/lib/eip";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { ClusterSubnets } from "./cluster-subnets";
import { ipv6Of, PrivateSubnet, type SubnetPlace } from "./private-subnet";

/** Subnets by availability-zone letter. */
export type Subnets = Readonly<Record<string, SubnetPlace>>;

export interface ClusterNetworkProps {
  readonly clusterName: string;
  readonly vpcId: string;
  readonly internetGatewayId: string;

  /**
   * Gateway by which private subnets reach the internet by IPv6; nothing outside reaches them by it.
   *
   * @default - none: they have no way by IPv6
   */
  readonly egressOnlyGatewayId?: string | undefined;

  /** Subnets of the network interfaces that EKS makes for the control plane. */
  readonly controlPlane: Subnets;

  /** Subnets of load balancers and NAT gateways, one per zone. */
  readonly public: Subnets;

  /** Subnets of nodes, and of pods that have none of their own. */
  readonly private: Subnets;

  /**
   * Subnets of pods alone. They have no way out: the CNI sends what leaves the VPC from the address of the node.
   *
   * @default - none
   */
  readonly pods?: Subnets;

  /**
   * NAT gateways: one in each zone, one for all in the first, or none, and so no way to the internet.
   *
   * @default "per-zone"
   */
  readonly nat?: "per-zone" | "single" | "none";

  /** Terraform refuses to destroy the addresses that the cluster's traffic comes from, which partners may have allow-listed. */
  readonly protected: boolean;
}

/** Timeout of a new route, which AWS needs a while to show. */
const ROUTE_TIMEOUTS = { create: "5m" };

const EVERYWHERE = "0.0.0.0/0";
const EVERYWHERE_BY_IPV6 = "::/0";

/**
 * Three tiers of subnets of a cluster. Unless it is told otherwise, each zone has a NAT gateway of its own, so that the
 * loss of one zone takes nothing from the others.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
 */
export class ClusterNetwork extends Construct implements ClusterSubnets {
  readonly controlPlaneSubnetIds: readonly string[];
  readonly publicSubnetIds: readonly string[];
  readonly privateSubnetIds: readonly string[];
  readonly privateSubnetIdsByZone: Readonly<Record<string, string>>;
  readonly podSubnetIdsByZone: Readonly<Record<string, string>>;
  readonly privateRouteTableIds: readonly string[];
  readonly insideRouteTableIds: Readonly<Record<string, string>>;
  readonly ready: readonly ITerraformDependable[];
  readonly natAddresses: readonly string[];
  readonly natGatewayIds: Readonly<Record<string, string>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ClusterNetworkProps,
  ) {
    super(scope, id);
    const { clusterName } = props;

    const publicSubnets = this.publicTier();
    const nat = this.natGateways(publicSubnets);
    const controlPlane = this.privateTier("control-plane", props.controlPlane, nat);
    const privateTier = this.privateTier("private", props.private, nat, {
      [`kubernetes.io/cluster/${clusterName}`]: "owned",
      "kubernetes.io/role/internal-elb": "1",
    });

    const pods = this.podTier(props.pods ?? {});

    this.controlPlaneSubnetIds = controlPlane.map((subnet) => subnet.id);
    this.publicSubnetIds = Object.values(publicSubnets).map((subnet) => subnet.id);
    this.privateSubnetIds = privateTier.map((subnet) => subnet.id);
    this.privateSubnetIdsByZone = Object.fromEntries(
      Object.keys(props.private).map((letter, index) => [letter, privateTier[index]!.id]),
    );
    this.podSubnetIdsByZone = Object.fromEntries(pods);
    this.privateRouteTableIds = privateTier.map((subnet) => subnet.routeTableId);
    this.insideRouteTableIds = {
      ...routeTablesOf("control-plane", props.controlPlane, controlPlane),
      ...routeTablesOf("private", props.private, privateTier),
    };
    this.ready = this.node.findAll().filter((element) => element instanceof Route);
    this.natAddresses = Object.values(nat).map((gateway) => gateway.publicIp);
    this.natGatewayIds = Object.fromEntries(Object.entries(nat).map(([letter, { id }]) => [letter, id]));
  }

  private podTier(subnets: Subnets): [zone: string, id: string][] {
    const { clusterName, vpcId } = this.props;
    return Object.entries(subnets).map(([letter, place]) => {
      const name = `${clusterName}-eks-pods-${letter}`;
      return [letter, new PrivateSubnet(this, `pods-${letter}`, { vpcId, name, place }).id];
    });
  }

  private publicTier(): Readonly<Record<string, Subnet>> {
    const { clusterName, vpcId, internetGatewayId } = this.props;

    const routes = new RouteTable(this, "public", { vpcId, tags: { Name: `${clusterName}-eks-public` } });
    new Route(this, "public-internet", {
      routeTableId: routes.id,
      destinationCidrBlock: EVERYWHERE,
      gatewayId: internetGatewayId,
      timeouts: ROUTE_TIMEOUTS,
    });

    if (Object.values(this.props.public).some(({ ipv6Cidr }) => ipv6Cidr !== undefined)) {
      new Route(this, "public-internet-ipv6", {
        routeTableId: routes.id,
        destinationIpv6CidrBlock: EVERYWHERE_BY_IPV6,
        gatewayId: internetGatewayId,
        timeouts: ROUTE_TIMEOUTS,
      });
    }

    const subnets: Record<string, Subnet> = {};
    for (const [letter, place] of Object.entries(this.props.public)) {
      const { cidr, zone } = place;
      const subnet = new Subnet(this, `public-${letter}`, {
        vpcId,
        cidrBlock: cidr,
        availabilityZone: zone,
        ...ipv6Of(place),
        mapPublicIpOnLaunch: true,
        tags: {
          Name: `${clusterName}-eks-public-${letter}`,
          [`kubernetes.io/cluster/${clusterName}`]: "owned",
          "kubernetes.io/role/elb": "1",
        },
      });
      new RouteTableAssociation(this, `public-${letter}-routes`, {
        subnetId: subnet.id,
        routeTableId: routes.id,
      });
      subnets[letter] = subnet;
    }
    return subnets;
  }

  private natGateways(subnets: Readonly<Record<string, Subnet>>): Readonly<Record<string, NatGateway>> {
    const { clusterName } = this.props;
    const gateways: Record<string, NatGateway> = {};
    const all = Object.entries(subnets);
    const count = { none: 0, single: 1, "per-zone": all.length }[this.props.nat ?? "per-zone"];
    for (const [letter, subnet] of all.slice(0, count)) {
      const address = new Eip(this, `nat-address-${letter}`, {
        domain: "vpc",
        tags: { Name: `${clusterName}-eks-nat-${letter}` },
        lifecycle: { preventDestroy: this.props.protected },
      });
      gateways[letter] = new NatGateway(this, `nat-${letter}`, {
        allocationId: address.id,
        subnetId: subnet.id,
        tags: { Name: `${clusterName}-eks-${letter}` },
      });
    }
    return gateways;
  }

  private privateTier(
    tier: string,
    subnets: Subnets,
    nat: Readonly<Record<string, NatGateway>>,
    tags: Readonly<Record<string, string>> = {},
  ): PrivateSubnet[] {
    const { clusterName, vpcId } = this.props;

    return Object.entries(subnets).map(([letter, place]) => {
      const name = `${clusterName}-eks-${tier}-${letter}`;
      const subnet = new PrivateSubnet(this, `${tier}-${letter}`, { vpcId, name, place, tags });
      if (this.props.nat !== "none") {
        new Route(this, `${tier}-${letter}-nat`, {
          routeTableId: subnet.routeTableId,
          destinationCidrBlock: EVERYWHERE,
          natGatewayId: (nat[letter] ?? (this.props.nat === "single" ? Object.values(nat)[0] : undefined))
            ?.id,
          timeouts: ROUTE_TIMEOUTS,
        });
      }
      if (this.props.egressOnlyGatewayId !== undefined) {
        new Route(this, `${tier}-${letter}-ipv6`, {
          routeTableId: subnet.routeTableId,
          destinationIpv6CidrBlock: EVERYWHERE_BY_IPV6,
          egressOnlyGatewayId: this.props.egressOnlyGatewayId,
          timeouts: ROUTE_TIMEOUTS,
        });
      }
      return subnet;
    });
  }
}

/** Route tables of a tier by the name of their subnet. */
const routeTablesOf = (tier: string, places: Subnets, subnets: readonly PrivateSubnet[]) =>
  Object.fromEntries(
    Object.keys(places).map((letter, index) => [`${tier}-${letter}`, subnets[index]!.routeTableId]),
  );
