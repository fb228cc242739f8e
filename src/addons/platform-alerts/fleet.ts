import type { AlertGroup } from "./alert-rule";
import { REPORTED } from "./fleet-records";

/** Labels of a cluster that reports to a fleet's workspace. */
export interface ReportingCluster {
  readonly cluster: string;
  readonly organisation: string;
}

/** Time for which a silent cluster pages, and after which it counts as one that never reported. */
const MEMORY = "7d";

/**
 * Alerts about the clusters of a fleet. AWS evaluates them where the samples of all clusters are, so that they outlive each
 * cluster, the hub among them. A series that is gone has no labels, so the rules name each cluster.
 */
export const fleetAlerts = (clusters: readonly ReportingCluster[]): AlertGroup => ({
  name: "fleet",
  rules: [
    {
      name: "ClusterSilent",
      summary: "A cluster of the fleet has stopped reporting.",
      description:
        "Cluster {{ $labels.cluster }} of {{ $labels.organisation }} has sent no metrics for 15 minutes.",
      impact: "The cluster may be down, and none of its alerts arrive.",
      firstLook: "Check first whether its Kubernetes API answers.",
      levels: {
        page: {
          expr: ofEach(
            clusters,
            (series) =>
              `absent(${series}) and on (cluster, organisation) last_over_time(${series}[${MEMORY}])`,
          ),
          for: "10m",
        },
      },
    },
    {
      name: "ClusterNeverReported",
      summary: "A cluster of the fleet does not report.",
      description:
        "Cluster {{ $labels.cluster }} of {{ $labels.organisation }} has sent no metrics for 7 days.",
      impact: "Users notice nothing, but none of its alerts arrive.",
      firstLook: "Read first the errors of remote storage in the log of its Prometheus.",
      levels: {
        warning: { expr: ofEach(clusters, (series) => `absent_over_time(${series}[${MEMORY}])`), for: "1h" },
      },
    },
    {
      name: "ClusterAlertFiring",
      summary: "A cluster of the fleet raises an alert.",
      description: "Cluster {{ $labels.cluster }} of {{ $labels.organisation }} raises {{ $labels.raised }}.",
      impact: "The runbook of that alert says what users notice.",
      firstLook: "Open first the runbook of that alert.",
      levels: {
        page: { expr: raised("page|critical"), for: "2m" },
        warning: { expr: raised("warning"), for: "5m" },
      },
    },
  ],
});

/** Alert that always fires, so that its silence tells of rules or notifications that fail. */
export const FLEET_WATCHDOG = {
  name: "platform-fleet-watchdog",
  rules: [
    {
      alert: "FleetWatchdog",
      expr: "vector(1)",
      labels: { severity: "none" },
      annotations: {
        description: "The rules of the fleet are evaluated, and its alert manager tells of them.",
      },
    },
  ],
};

/** Joins an expression about the series of each cluster. */
const ofEach = (clusters: readonly ReportingCluster[], about: (series: string) => string): string =>
  clusters
    .map(({ cluster, organisation }) =>
      about(`${REPORTED}{cluster=${JSON.stringify(cluster)},organisation=${JSON.stringify(organisation)}}`),
    )
    .join(" or ");

/** Alerts of a severity that clusters sent: those have the label `environment`, which the workspace's own lack. */
const raised = (severity: string): string =>
  "group by (cluster, organisation, raised) (label_replace(" +
  `ALERTS{alertstate="firing",environment!="",severity=~"${severity}",alertname!="Watchdog"}, ` +
  '"raised", "$1", "alertname", "(.+)"))';
