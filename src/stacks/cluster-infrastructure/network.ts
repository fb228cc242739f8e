import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { hasExistingSubnets, type SubnetCidrs, type SubnetTiers } from "../../settings/network/subnets";
import { ClusterNetwork } from "../../infrastructure/cluster-network";
import type { ClusterSubnets } from "../../infrastructure/cluster-subnets";
import { ExistingSubnets } from "../../infrastructure/existing-subnets";
import { ExtraRoutes } from "../../infrastructure/extra-routes";
import { BlockedRanges } from "../../infrastructure/blocked-ranges";
import { TransitGatewayRoutes } from "../../infrastructure/transit-gateway-routes";
import { VpcEndpoints } from "../../infrastructure/vpc-endpoints";
import type { Vpc } from "../vpc-outputs";

/** Subnets of the cluster, and the resources through which their machines reach anything outside. */
export interface ConnectedNetwork {
  readonly network: ClusterSubnets;
  readonly waysOut: readonly ITerraformDependable[];
}

/** Subnets of the cluster, and the endpoints through which they reach AWS. */
export function addNetwork(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  vpc: Vpc,
): ConnectedNetwork {
  const { endpoints, nat } = environment.network;
  const network = hasExistingSubnets(environment.network)
    ? findSubnets(stack, environment, vpc)
    : makeSubnets(stack, environment, vpc);

  const { ready } = new VpcEndpoints(stack, "endpoints", {
    label: environment.name,
    region: environment.region,
    vpcId: vpc.id,
    interfaces: {
      ...(endpoints.ecr && { "ecr-api": "ecr.api", "ecr-dkr": "ecr.dkr" }),
      ...(endpoints.secretsManager && { secretsmanager: "secretsmanager" }),
      ...(endpoints.bedrockRuntime && { "bedrock-runtime": "bedrock-runtime" }),
      ...Object.fromEntries(endpoints.others.map((service) => [service.replaceAll(".", "-"), service])),
    },
    subnetIds: network.privateSubnetIds,
    callers: callersOf(environment),
    s3RouteTableIds: endpoints.s3 ? [...network.privateRouteTableIds, ...vpc.privateRouteTableIds] : [],
  });
  addConnections(stack, environment, vpc.id, network);
  // With a NAT gateway, nodes can start before the endpoints are there.
  return { network, waysOut: nat === "none" ? [...network.ready, ...ready] : network.ready };
}

const makeSubnets = (stack: TerraformStack, environment: ClusterEnvironment, vpc: Vpc): ClusterSubnets => {
  const { subnets, ipv6, zones, nat } = environment.network;
  const place = (tier: keyof SubnetTiers) =>
    Object.fromEntries(
      Object.entries(subnets[tier]).map(([letter, cidr]) => [
        letter,
        { cidr, ipv6Cidr: ipv6?.[tier][letter], zone: zones[letter] ?? letter },
      ]),
    );
  return new ClusterNetwork(stack, "network", {
    clusterName: environment.cluster.name,
    vpcId: vpc.id,
    internetGatewayId: vpc.internetGatewayId,
    ...(ipv6 && nat !== "none" && { egressOnlyGatewayId: vpc.egressOnlyGatewayId }),
    controlPlane: place("controlPlane"),
    public: place("public"),
    private: place("private"),
    pods: place("pods"),
    nat: typeof nat === "object" ? "none" : nat,
    protected: environment.deletionProtection === true,
  });
};

const findSubnets = (stack: TerraformStack, environment: ClusterEnvironment, vpc: Vpc): ClusterSubnets => {
  const { subnets, existingSubnets, zones, nat, endpoints } = environment.network;
  const found = (tier: keyof SubnetTiers) =>
    Object.fromEntries(
      Object.entries(existingSubnets[tier]).map(([letter, source]) => [
        letter,
        { ...source, cidr: subnets[tier][letter]!, zone: zones[letter] ?? letter },
      ]),
    );
  return new ExistingSubnets(stack, "network", {
    clusterName: environment.cluster.name,
    vpcId: vpc.id,
    controlPlane: found("controlPlane"),
    public: found("public"),
    private: found("private"),
    pods: found("pods"),
    addresses: typeof nat === "object" ? nat.addresses : [],
    findsRouteTables: endpoints.s3,
  });
};

/** Ways to other networks, and ranges to which there is none. */
function addConnections(
  stack: TerraformStack,
  { cluster, network: { blockedRanges, transitGateway, routes, ipv6 } }: ClusterEnvironment,
  vpcId: string,
  network: ClusterSubnets,
): void {
  if (blockedRanges.length > 0) {
    new BlockedRanges(stack, "blocked-ranges", {
      clusterName: cluster.name,
      vpcId,
      subnetIds: [
        ...network.controlPlaneSubnetIds,
        ...network.publicSubnetIds,
        ...network.privateSubnetIds,
        ...Object.values(network.podSubnetIdsByZone),
      ],
      ranges: blockedRanges,
      ipv6: ipv6 !== undefined,
    });
  }
  if (transitGateway) {
    new TransitGatewayRoutes(stack, "transit-gateway", {
      clusterName: cluster.name,
      transitGatewayId: transitGateway.id,
      destinations: transitGateway.destinations,
      routeTableIds: network.insideRouteTableIds,
      ...(cluster.main && { attachment: { vpcId, subnetIds: network.privateSubnetIds } }),
    });
  }
  if (routes.length > 0) {
    new ExtraRoutes(stack, "routes", { routes, routeTableIds: network.insideRouteTableIds });
  }
}

/** Subnets of nodes and pods of every cluster in the VPC, by zone: the main cluster's endpoints serve the others too. */
function callersOf({ clusters, cluster: own }: ClusterEnvironment): SubnetCidrs {
  const callers = clusters.flatMap(({ cluster, network: { subnets } }) => {
    const name = (place: string) => (cluster.name === own.name ? place : `${cluster.name}-${place}`);
    return [
      ...Object.entries(subnets.private).map(([zone, cidr]) => [name(zone), cidr]),
      ...Object.entries(subnets.pods).map(([zone, cidr]) => [name(`pods-${zone}`), cidr]),
    ];
  });
  return Object.fromEntries(callers) as SubnetCidrs;
}
