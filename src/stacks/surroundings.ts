import type { ClusterEnvironment } from "../settings/environment/environment";
import { ofApplications } from "../settings/namespaces/namespaces";
import { portOfProxy } from "../settings/cluster/proxy";
import { DATABASE_PURPOSE } from "../settings/databases/database";
import { vpcCidrs } from "../settings/network/network";
import { isWithin } from "../settings/checking/cidr-block";
import {
  type NetworkBlock,
  type Place,
  POD_IDENTITY_CIDR,
  POD_IDENTITY_PORTS,
  type Surroundings,
} from "../constructs/network-peers";

/** Addresses without a meaning on the internet: those of private networks, and of a node's own services. */
const NOT_PUBLIC = ["10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"];

/** The internet. */
export const PUBLIC: NetworkBlock = { cidr: "0.0.0.0/0", except: NOT_PUBLIC };

/**
 * First address of both networks from which EKS chooses one for Services, the one that does not overlap the
 * VPC.
 */
const KUBERNETES_SERVICE: readonly NetworkBlock[] = [{ cidr: "10.100.0.1/32" }, { cidr: "172.20.0.1/32" }];

/** Tenth address of both, at which EKS Auto Mode answers queries for names on each node: it has no pods of CoreDNS. */
const NAME_SERVICE: readonly NetworkBlock[] = [{ cidr: "10.100.0.10/32" }, { cidr: "172.20.0.10/32" }];

/**
 * Addresses that answer queries for names in a cluster without pods of CoreDNS.
 *
 * @see https://github.com/aws/containers-roadmap/issues/2552
 */
export const nameServers = ({ cluster }: ClusterEnvironment): readonly NetworkBlock[] =>
  cluster.compute.kind === "auto" ? NAME_SERVICE : [];

/** Places without the addresses of the internet: pods that reach domains alone reach AWS by the VPC's endpoints. */
export const withoutPublic = (places: readonly Place[]): Place[] =>
  places
    .map(({ blocks, ...place }) => ({ ...place, blocks: blocks.filter((block) => block !== PUBLIC) }))
    // Kubernetes takes no address for every address.
    .filter(({ blocks }) => blocks.length > 0);

const POD_IDENTITY_AGENT: Place = { blocks: [{ cidr: POD_IDENTITY_CIDR }], ports: POD_IDENTITY_PORTS };

const HTTPS = [443];

/** Addresses of the cluster's proxy, at its port; none without a proxy. */
export const proxyPlaces = ({ cluster: { proxy } }: ClusterEnvironment): Place[] => {
  const port = proxy && portOfProxy(proxy);
  return proxy === undefined || port === undefined
    ? []
    : [{ blocks: proxy.cidrs.map((cidr) => ({ cidr })), ports: [port] }];
};

/** Addresses of everything that the environment's pods speak with. */
export function surroundings(environment: ClusterEnvironment): Surroundings {
  const { network, cluster, clusters, organisation } = environment;
  const { subnets } = network;
  const controlPlane = cidrs(subnets.controlPlane);
  const pods = [...cidrs(subnets.private), ...cidrs(subnets.pods)];
  // The VPC's endpoints have addresses in the pods' subnets, those of the main cluster in its own pods'
  // subnets.
  const endpoints = clusters.flatMap((each) => cidrs(each.network.subnets.private));
  const proxy = proxyPlaces(environment);

  return {
    applications: [{ blocks: [{ namespaces: ofApplications(organisation) }] }],
    aws: [
      { blocks: [PUBLIC, ...endpoints], ports: HTTPS },
      ...(cluster.identity === "pod-identity" ? [POD_IDENTITY_AGENT] : []),
      ...proxy,
    ],
    "control-plane": [{ blocks: controlPlane }],
    "every-pod": [{ blocks: [{ namespaces: {} }, ...pods] }],
    internet: [{ blocks: [PUBLIC], ports: HTTPS }, ...proxy],
    "kubernetes-api": [{ blocks: [...KUBERNETES_SERVICE, ...controlPlane], ports: HTTPS }],
    "load-balancers": [{ blocks: cidrs(subnets.public) }],
    databases: [{ blocks: privateBlocks(environment, DATABASE_PURPOSE) }],
  };
}

/**
 * Private subnets outside the clusters with one purpose. A VPC that Terraform does not make tells no ranges of its subnets:
 * all of it but the clusters stands for them.
 */
export function privateBlocks(
  { network: { vpc }, clusters }: Pick<ClusterEnvironment, "network" | "clusters">,
  purpose: string,
): NetworkBlock[] {
  const has = (name: string) => name === purpose || name.startsWith(`${purpose}_`);

  if ("existing" in vpc) {
    const ofClusters = clusters.flatMap(({ network: { subnets } }) => [
      ...Object.values(subnets.controlPlane),
      ...Object.values(subnets.private),
      ...Object.values(subnets.pods),
    ]);
    return Object.keys(vpc.existing.privateSubnetIds).some(has)
      ? vpcCidrs(vpc).map((cidr) => ({ cidr, except: ofClusters.filter((one) => isWithin(one, cidr)) }))
      : [];
  }
  return Object.entries(vpc.legacySubnets ?? {})
    .filter(([name]) => has(name))
    .map(([, { cidr }]) => ({ cidr }));
}

const cidrs = (byZone: Readonly<Record<string, string>>): NetworkBlock[] =>
  Object.values(byZone).map((cidr) => ({ cidr }));
