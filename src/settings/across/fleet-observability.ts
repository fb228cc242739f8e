import { show } from "../checking/problem";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { observabilityOf, reports } from "../environment/fleet-metrics";
import { hubOf } from "../environment/hub";
import { clusterLabel } from "../environment/stack-names";
import { clusterProblem } from "./cluster-problem";
import { problemsOfWorkspace } from "./fleet-workspace";

/** Problems of metrics of a fleet: of clusters that send them, and of the management cluster that has them. */
export const problemsOfObservability = (all: readonly ClusterEnvironmentConfig[]): string[] =>
  all.flatMap((config) => {
    const observability = observabilityOf(config);
    return [
      ...(reports(config) ? [...prometheusSends(config), ...hubTakes(config, all)] : []),
      ...(observability ? problemsOfWorkspace(config, observability, all) : []),
    ];
  });

/** Refuses a cluster that would send metrics and has no Prometheus of Terraform's, which is told where to. */
function prometheusSends(config: ClusterEnvironmentConfig): string[] {
  const { kubePrometheusStack } = config.addons;
  if (kubePrometheusStack === false) {
    return [
      clusterProblem(
        config,
        ["addons", "kubePrometheusStack"],
        "Prometheus, whose metrics the cluster sends to the fleet's workspace",
        "false",
        `switch it on, or write ${OFF[config.cluster.fleet?.role ?? "workload"]}`,
      ),
    ];
  }
  return kubePrometheusStack.installedBy === "terraform"
    ? []
    : [
        clusterProblem(
          config,
          ["addons", "kubePrometheusStack", "installedBy"],
          '"terraform", since the cluster sends metrics to the fleet\'s workspace',
          show(kubePrometheusStack.installedBy),
          "leave it out: a chart that Argo CD installs is told of no workspace",
        ),
      ];
}

const OFF = { workload: "fleet.reports: false", management: "fleet.observability: false" } as const;

/** Refuses a workload cluster whose hub takes no metrics, or takes them in a region that it cannot reach. */
function hubTakes(config: ClusterEnvironmentConfig, all: readonly ClusterEnvironmentConfig[]): string[] {
  const hub = hubOf(config, all);
  if (hub === undefined) {
    return [];
  }
  return [
    ...(observabilityOf(hub) === undefined
      ? [
          clusterProblem(
            config,
            ["fleet", "reports"],
            `false, since ${clusterLabel(hub)} has no fleet.observability`,
            "true",
            "give the hub fleet.observability, or leave this out",
          ),
        ]
      : []),
    ...(config.network.nat === "none" && config.region !== hub.region
      ? [
          clusterProblem(
            config,
            ["fleet", "reports"],
            `false, since nat is "none" and the workspace of ${clusterLabel(hub)} is in ${hub.region}`,
            "true",
            `an endpoint reaches workspaces of ${config.region} alone; give the cluster NAT, or a hub in its region`,
          ),
        ]
      : []),
  ];
}
