import type { ClusterEnvironmentConfig } from "../environment/environment";
import { ENDPOINT_SERVICES, type VpcEndpoints } from "../network/endpoints";
import { vpcCidrs } from "../network/network";

/** Ranges from which EKS chooses one for Services, the one that does not overlap the VPC. */
const OF_SERVICES = ["10.100.0.0/16", "172.20.0.0/16"];

/**
 * Names and ranges that need no proxy anywhere: a machine itself, its metadata and the agent of Pod Identity, Services by
 * name, and the Kubernetes API, whose name has an address of the VPC there.
 */
const EVERYWHERE = [
  "localhost",
  "127.0.0.1",
  "169.254.0.0/16",
  "kubernetes.default.svc",
  ".svc",
  ".cluster.local",
  ".internal",
  ".eks.amazonaws.com",
];

/** Names by which programs call a service of AWS that has an endpoint in the VPC. */
function namesOf(service: string, region: string): string[] {
  const of = (host: string) => `${host}.${region}.amazonaws.com`;
  switch (service) {
    case "ecr.api":
      return [of("api.ecr")];
    case "ecr.dkr":
      return [of(".dkr.ecr")];
    // Buckets have names of their own below it.
    case "s3":
      return [of("s3"), of(".s3")];
    default:
      return [of(service)];
  }
}

/** Services with an endpoint that Terraform makes, or that exists. */
const servicesOf = ({ others, existing, ...switches }: VpcEndpoints): string[] => [
  ...Object.entries(switches).flatMap(([name, on]) =>
    on ? ENDPOINT_SERVICES[name as keyof typeof ENDPOINT_SERVICES] : [],
  ),
  ...others,
  ...existing,
];

/**
 * Hosts, domains and ranges that the machines and pods of a cluster reach without its proxy: its own, those of the VPC and its
 * endpoints, and those that the author names. None in a cluster without a proxy.
 */
export function proxyExceptions({ cluster, clusters, network, region }: ClusterEnvironmentConfig): string[] {
  const { proxy } = cluster;
  // Endpoints of the main cluster serve all others; a gateway serves its own cluster.
  const services = [
    ...clusters.flatMap(({ network: { endpoints } }) => servicesOf({ ...endpoints, s3: false })),
    ...servicesOf(network.endpoints),
  ];
  return proxy === undefined
    ? []
    : [
        ...new Set([
          ...EVERYWHERE,
          ...vpcCidrs(network.vpc),
          ...OF_SERVICES,
          ...services.sort().flatMap((service) => namesOf(service, region)),
          ...(proxy.except ?? []),
        ]),
      ];
}
