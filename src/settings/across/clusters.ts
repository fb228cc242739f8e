import { problem, show } from "../checking/problem";
import type { EksAddonName } from "../cluster/eks-addons";
import type { ClusterEnvironmentConfig, EnvironmentConfig } from "../environment/environment";
import { SUBNET_TIERS } from "../network/subnets";
import type { VpcEndpoints } from "../network/endpoints";

/**
 * Refuses an environment without exactly one main cluster: its stacks are named after the environment alone.
 */
export function oneClusterIsTheMainOne({ clusters }: EnvironmentConfig): string[] {
  const main = clusters.filter(({ cluster }) => cluster.main).map(({ cluster }) => cluster.name);
  if (main.length === 1) {
    return [];
  }
  return [
    problem(
      ["clusters"],
      clusters.length === 0 ? "one cluster at least" : "one main cluster",
      main.length > 0 ? `${main.length}: ${main.join(", ")}` : "none",
      clusters.length === 0
        ? 'add one, such as clusters: { blue: { access: readAccessFile("…", ACCESS_FOLDER) } }'
        : "write main: true in the cluster whose stacks are called <stack>-<environment>, and in no other",
    ),
  ];
}

/** Refuses the standard layout for a cluster beside the main one, which has that place in the VPC. */
export const clustersHaveSubnetsOfTheirOwn = ({ clusters }: EnvironmentConfig): string[] =>
  clusters
    .filter(({ cluster, network: { subnets } }) => {
      return !cluster.main && SUBNET_TIERS.every((tier) => Object.keys(subnets[tier]).length === 0);
    })
    .map(({ cluster, clusters: all }) =>
      problem(
        ["clusters", cluster.name, "subnets"],
        "subnets of its own in the VPC that it shares",
        "none",
        `write controlPlane, public and private ranges that ${namesOf(all, cluster.name)} leaves free`,
      ),
    );

const namesOf = (clusters: readonly ClusterEnvironmentConfig[], but: string): string =>
  clusters
    .map(({ cluster }) => cluster.name)
    .filter((name) => name !== but)
    .join(" or ");

/** Refuses two clusters with one zone below the environment's. */
export const clusterSubdomainsAreUnique = ({ clusters }: EnvironmentConfig): string[] =>
  repeated(clusters, ({ dns }) => dns.clusterSubdomain).map(({ first, again }) =>
    problem(
      ["clusters", again.cluster.name, "subdomain"],
      "a label of its own",
      `${show(again.dns.clusterSubdomain)}, which ${first.cluster.name} has`,
      "give each cluster another",
    ),
  );

/**
 * Refuses the publishing domain in a second cluster's certificate: ACM validates a domain by one record per
 * account, which two stacks cannot both make.
 */
export const publishingCertificatesAreTheMainClusters = ({ clusters }: EnvironmentConfig): string[] =>
  clusters
    .filter(({ cluster, dns }) => !cluster.main && dns.publishingCertificate)
    .map(({ cluster }) =>
      problem(
        ["clusters", cluster.name, "publishingCertificate"],
        "false for a cluster that is not the main one",
        "true",
        "leave it out: the main cluster's stack makes the record that proves the publishing domain",
      ),
    );

const INTERFACE_ENDPOINTS = [
  "ecr",
  "secretsManager",
  "bedrockRuntime",
] as const satisfies readonly (keyof VpcEndpoints)[];

/** Refuses two interface endpoints for one service: a VPC takes one with private DNS. */
export const endpointsAreUniqueInTheVpc = (config: EnvironmentConfig): string[] => [
  ...switchedEndpointsAreUnique(config),
  ...otherEndpointsAreUnique(config),
];

const otherEndpointsAreUnique = ({ clusters }: EnvironmentConfig): string[] =>
  clusters.flatMap(({ cluster, network: { endpoints } }, index) =>
    endpoints.others.flatMap((service, place) => {
      const first = clusters
        .slice(0, index)
        .find(({ network }) => network.endpoints.others.includes(service));
      return first
        ? [
            problem(
              ["clusters", cluster.name, "endpoints", "others", place],
              `a service that ${first.cluster.name} has no endpoint for in the same VPC`,
              show(service),
              "leave it out: one endpoint serves every cluster of the VPC",
            ),
          ]
        : [];
    }),
  );

const switchedEndpointsAreUnique = ({ clusters }: EnvironmentConfig): string[] =>
  INTERFACE_ENDPOINTS.flatMap((service) =>
    repeated(
      clusters.filter(({ network }) => network.endpoints[service]),
      () => service,
    ).map(({ first, again }) =>
      problem(
        ["clusters", again.cluster.name, "endpoints", service],
        `false, since ${first.cluster.name} has that endpoint in the same VPC`,
        "true",
        "leave it out: one endpoint serves every cluster of the VPC",
      ),
    ),
  );

interface Repetition {
  readonly first: ClusterEnvironmentConfig;
  readonly again: ClusterEnvironmentConfig;
}

function repeated(
  clusters: readonly ClusterEnvironmentConfig[],
  value: (config: ClusterEnvironmentConfig) => string,
): Repetition[] {
  const firsts = new Map<string, ClusterEnvironmentConfig>();
  return clusters.flatMap((again) => {
    const first = firsts.get(value(again));
    firsts.set(value(again), first ?? again);
    return first ? [{ first, again }] : [];
  });
}

const FLOW_MONITOR_AGENT: EksAddonName = "aws-network-flow-monitoring-agent";

/**
 * Refuses the flow monitor of a cluster beside a main one without it: the main cluster makes the scope, of which AWS
 * allows one per account.
 */
export function flowMonitorStartsAtTheMainCluster({ clusters }: EnvironmentConfig): string[] {
  const main = clusters.find(({ cluster }) => cluster.main);
  return main === undefined || main.cluster.eksAddons[FLOW_MONITOR_AGENT]
    ? []
    : clusters
        .filter(({ cluster }) => cluster.eksAddons[FLOW_MONITOR_AGENT])
        .map(({ cluster }) =>
          problem(
            ["clusters", cluster.name, "eksAddons", FLOW_MONITOR_AGENT],
            `false, since ${main.cluster.name}, which would make the account's scope, has it off`,
            "on",
            `turn it on in ${main.cluster.name}, or write false`,
          ),
        );
}
