import { show } from "../checking/problem";
import type { ClusterEnvironmentConfig, EnvironmentConfig } from "../environment/environment";
import { clusterLabel } from "../environment/stack-names";
import { clustersOf } from "../environment/hub";
import { accountOf } from "../organisation/environment-names";
import { problemsOfObservability } from "./fleet-observability";
import { problemsOfWorkload } from "./fleet-workloads";
import { clusterProblem } from "./cluster-problem";

/** Problems of the fleet: of places, of management clusters, and of workload clusters and the hubs that they name. */
export function problemsOfFleet(environments: readonly EnvironmentConfig[]): string[] {
  const all = clustersOf(environments);
  return [
    ...all.flatMap(clusterStays),
    ...oneHubInARegion(all),
    ...all.flatMap(hubSignsInWithoutTags),
    ...all.flatMap((config) => {
      const { fleet } = config.cluster;
      return fleet?.role === "workload" ? problemsOfWorkload(config, fleet, all) : [];
    }),
    ...problemsOfObservability(all),
  ];
}

/** Refuses another region or account than the cluster was made in. */
function clusterStays(config: ClusterEnvironmentConfig): string[] {
  const place = config.cluster.fleet?.place;
  const is = { region: config.region, account: accountOf(config) };
  return (["region", "account"] as const)
    .filter((key) => place !== undefined && place[key] !== is[key])
    .map((key) =>
      clusterProblem(
        config,
        ["fleet", "place", key],
        `${show(is[key])}, as its environment has it`,
        show(place![key]),
        "a cluster never moves: make another there, and take what runs on this one to it",
      ),
    );
}

/** Refuses a second management cluster in a region. */
function oneHubInARegion(all: readonly ClusterEnvironmentConfig[]): string[] {
  const hubs = all.filter(({ cluster: { fleet } }) => fleet?.role === "management");
  return hubs.flatMap((config, index) => {
    const first = hubs.slice(0, index).find(({ region }) => region === config.region);
    return first === undefined
      ? []
      : [
          clusterProblem(
            config,
            ["fleet", "role"],
            `one management cluster in ${config.region}`,
            `a second beside ${clusterLabel(first)}`,
            "make it a workload cluster of that one",
          ),
        ];
  });
}

/**
 * Refuses EKS Pod Identity on a hub: its sessions have tags that are handed on, and the roles of workload clusters let no
 * session set tags.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
 */
const hubSignsInWithoutTags = (config: ClusterEnvironmentConfig): string[] =>
  config.cluster.fleet?.role === "management" && config.cluster.identity === "pod-identity"
    ? [
        clusterProblem(
          config,
          ["identity"],
          '"irsa" of a management cluster, whose Argo CD takes roles in other accounts',
          show("pod-identity"),
          "leave it out",
        ),
      ]
    : [];
