import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { SubnetCidrs } from "../../settings/network/network";
import { ClusterNetwork } from "../../infrastructure/cluster-network";
import { BlockedRanges } from "../../infrastructure/blocked-ranges";
import { TransitGatewayRoutes } from "../../infrastructure/transit-gateway-routes";
import { VpcEndpoints } from "../../infrastructure/vpc-endpoints";
import type { Vpc } from "../vpc-outputs";

/** Subnets of the cluster, and the resources through which their machines reach anything outside. */
export interface ConnectedNetwork {
  readonly network: ClusterNetwork;
  readonly waysOut: readonly ITerraformDependable[];
}

/** Subnets of the cluster, and the endpoints through which they reach AWS. */
export function addNetwork(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  vpc: Vpc,
): ConnectedNetwork {
  const { subnets, zones, endpoints, nat } = environment.network;
  const place = (tier: SubnetCidrs) =>
    Object.fromEntries(
      Object.entries(tier).map(([letter, cidr]) => [letter, { cidr, zone: zones[letter] ?? letter }]),
    );

  const network = new ClusterNetwork(stack, "network", {
    clusterName: environment.cluster.name,
    vpcId: vpc.id,
    internetGatewayId: vpc.internetGatewayId,
    controlPlane: place(subnets.controlPlane),
    public: place(subnets.public),
    private: place(subnets.private),
    nat,
    protected: environment.deletionProtection === true,
  });

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

/** Ways to other networks, and ranges to which there is none. */
function addConnections(
  stack: TerraformStack,
  { cluster, network: { blockedRanges, transitGateway } }: ClusterEnvironment,
  vpcId: string,
  network: ClusterNetwork,
): void {
  if (blockedRanges.length > 0) {
    new BlockedRanges(stack, "blocked-ranges", {
      clusterName: cluster.name,
      vpcId,
      subnetIds: [...network.controlPlaneSubnetIds, ...network.publicSubnetIds, ...network.privateSubnetIds],
      ranges: blockedRanges,
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
}

/** Private subnets of every cluster in the VPC, by zone: the main cluster's endpoints serve the others too. */
function callersOf({ clusters, cluster: own }: ClusterEnvironment): SubnetCidrs {
  const callers = clusters.flatMap(({ cluster, network: { subnets } }) =>
    Object.entries(subnets.private).map(([zone, cidr]) => [
      cluster.name === own.name ? zone : `${cluster.name}-${zone}`,
      cidr,
    ]),
  );
  return Object.fromEntries(callers) as SubnetCidrs;
}
