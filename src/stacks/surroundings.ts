import type { ClusterEnvironment } from "../settings/environment/environment";
import { ofApplications } from "../settings/namespaces/namespaces";
import { portOfProxy } from "../settings/cluster/proxy";
import { DATABASE_PURPOSE } from "../settings/databases/database";
import { vpcCidrs, vpcIpv6 } from "../settings/network/network";
import type { SubnetTiers } from "../settings/network/subnets";
import { isWithin } from "../settings/checking/cidr-block";
import {
  type NetworkBlock,
  type Place,
  POD_IDENTITY_CIDRS,
  POD_IDENTITY_PORTS,
  type Surroundings,
} from "../constructs/network-peers";

/** Addresses without a meaning on the internet: those of private networks, and of a node's own services. */
const NOT_PUBLIC = ["10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"];

/** The internet. */
export const PUBLIC: NetworkBlock = { cidr: "0.0.0.0/0", except: NOT_PUBLIC };

/** Addresses from which EKS chooses those of Services in a cluster of IPv6, and AWS those of services on a node. */
const UNIQUE_LOCAL = "fc00::/7";

/** The internet by IPv6, as a cluster's VPC sees it. */
const publicIpv6 = (vpcCidr: string): NetworkBlock => ({
  cidr: "::/0",
  except: [UNIQUE_LOCAL, "fe80::/10", vpcCidr],
});

/**
 * First address of both networks from which EKS chooses one for Services, the one that does not overlap the
 * VPC.
 */
const KUBERNETES_SERVICE: readonly NetworkBlock[] = [{ cidr: "10.100.0.1/32" }, { cidr: "172.20.0.1/32" }];

/** All Services of a cluster of IPv6: nothing before the first apply tells the network that EKS chooses for them. */
const SERVICES: readonly NetworkBlock[] = [{ cidr: UNIQUE_LOCAL }];

/** Tenth address of both, at which EKS Auto Mode answers queries for names on each node: it has no pods of CoreDNS. */
const NAME_SERVICE: readonly NetworkBlock[] = [{ cidr: "10.100.0.10/32" }, { cidr: "172.20.0.10/32" }];

/**
 * Addresses that answer queries for names in a cluster without pods of CoreDNS.
 *
 * @see https://github.com/aws/containers-roadmap/issues/2552
 */
export const nameServers = ({ cluster }: ClusterEnvironment): readonly NetworkBlock[] =>
  cluster.compute.kind === "auto" ? NAME_SERVICE : [];

/** True for the addresses of the internet, of either family. */
const isPublic = (block: NetworkBlock): boolean =>
  "cidr" in block && ["0.0.0.0/0", "::/0"].includes(block.cidr);

/** Places without the addresses of the internet: pods that reach domains alone reach AWS by the VPC's endpoints. */
export const withoutPublic = (places: readonly Place[]): Place[] =>
  places
    .map(({ blocks, ...place }) => ({ ...place, blocks: blocks.filter((block) => !isPublic(block)) }))
    // Kubernetes takes no address for every address.
    .filter(({ blocks }) => blocks.length > 0);

const POD_IDENTITY_AGENT: Place = {
  blocks: POD_IDENTITY_CIDRS.map((cidr) => ({ cidr })),
  ports: POD_IDENTITY_PORTS,
};

const HTTPS = [443];

/** Addresses of the cluster's proxy, at its port; none without a proxy. */
export const proxyPlaces = ({ cluster: { proxy } }: ClusterEnvironment): Place[] => {
  const port = proxy && portOfProxy(proxy);
  return proxy === undefined || port === undefined
    ? []
    : [{ blocks: proxy.cidrs.map((cidr) => ({ cidr })), ports: [port] }];
};

/** Addresses of the internet; by IPv6 too in a cluster of it. */
const internetOf = ({ network: { vpc, ipv6 } }: ClusterEnvironment): NetworkBlock[] => {
  const range = ipv6 && vpcIpv6(vpc);
  return [PUBLIC, ...(range === undefined ? [] : [publicIpv6(range)])];
};

/** Addresses of everything that the environment's pods speak with. */
export function surroundings(environment: ClusterEnvironment): Surroundings {
  const { network, cluster, clusters, organisation } = environment;
  const inTier = (tier: keyof SubnetTiers) => [
    ...cidrs(network.subnets[tier]),
    ...cidrs(network.ipv6?.[tier] ?? {}),
  ];
  const controlPlane = inTier("controlPlane");
  const pods = [...inTier("private"), ...inTier("pods")];
  const internet = internetOf(environment);
  // The VPC's endpoints have addresses in the pods' subnets, those of the main cluster in its own pods'
  // subnets.
  const endpoints = clusters.flatMap((each) => cidrs(each.network.subnets.private));
  const proxy = proxyPlaces(environment);

  return {
    applications: [{ blocks: [{ namespaces: ofApplications(organisation) }] }],
    aws: [
      { blocks: [...internet, ...endpoints], ports: HTTPS },
      ...(cluster.identity === "pod-identity" ? [POD_IDENTITY_AGENT] : []),
      ...proxy,
    ],
    "control-plane": [{ blocks: controlPlane }],
    "every-pod": [{ blocks: [{ namespaces: {} }, ...pods] }],
    internet: [{ blocks: internet, ports: HTTPS }, ...proxy],
    "kubernetes-api": [
      { blocks: [...(network.ipv6 ? SERVICES : KUBERNETES_SERVICE), ...controlPlane], ports: HTTPS },
    ],
    "load-balancers": [{ blocks: inTier("public") }],
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
