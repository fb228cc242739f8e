import type { Dashboard } from "./model";
import { promql, row, stat, table, timeseries } from "./panels";

const REPORTED = "fleet:reported:timestamp_seconds";

/** Last report of each cluster of the day, those that are silent since among them. */
const LAST_REPORT = `max by (cluster, organisation) (last_over_time(${REPORTED}[1d]))`;

const RAISED =
  'count by (organisation, cluster, alertname, severity) (ALERTS{alertstate="firing", environment!="", alertname!~"Watchdog|InfoInhibitor"})';

/** Dashboard of a management cluster about all clusters that report to it. */
export const FLEET_CLUSTERS: Dashboard = {
  uid: "fleet",
  title: "Fleet",
  description: "Which clusters of which organisations report, and what is wrong in them.",
  source: "fleet",
  rows: [
    row(
      "Now",
      stat("Clusters that report", `count(count by (cluster) (${REPORTED})) or vector(0)`),
      stat(
        "Clusters silent",
        `count(${LAST_REPORT} unless on (cluster, organisation) max by (cluster, organisation) (${REPORTED})) or vector(0)`,
        {
          description: "Reported within a day, and not within five minutes.",
          limits: { warning: 1, critical: 1 },
        },
      ),
      stat("Alerts firing", `sum(${RAISED}) or vector(0)`, { limits: { warning: 1, critical: 10 } }),
      stat("Nodes ready", "sum(fleet:nodes_ready:count)"),
      stat("Nodes not ready", "sum(fleet:nodes:count) - sum(fleet:nodes_ready:count)", {
        limits: { warning: 1, critical: 5 },
      }),
      stat("Pods running", "sum(fleet:pods:count)"),
    ),
    row(
      "Clusters",
      table("Seconds since the last report", `time() - ${LAST_REPORT}`, {
        unit: "s",
        columns: { organisation: "Organisation", cluster: "Cluster", Value: "Last report" },
      }),
      table("Alerts", RAISED, {
        columns: {
          organisation: "Organisation",
          cluster: "Cluster",
          alertname: "Alert",
          severity: "Severity",
          Value: "Number",
        },
      }),
    ),
    row(
      "Over time",
      timeseries("Nodes by cluster", [promql("sum by (cluster) (fleet:nodes:count)", "{{cluster}}")]),
      timeseries("Nodes not ready, by cluster", [
        promql(
          "sum by (cluster) (fleet:nodes:count) - sum by (cluster) (fleet:nodes_ready:count)",
          "{{cluster}}",
        ),
      ]),
      timeseries(
        "Unhealthy pods by organisation",
        [promql("sum by (organisation) (fleet:pods_unhealthy:count)", "{{organisation}}")],
        { stacked: true },
      ),
      timeseries("Unhealthy pods by cluster and namespace", [
        promql(
          "topk(10, sum by (cluster, namespace) (fleet:pods_unhealthy:count))",
          "{{cluster}}/{{namespace}}",
        ),
      ]),
    ),
  ],
};
