import type { Dashboard } from "./model";
import { promql, row, stat, table, timeseries } from "./panels";

const firing = (labels = ""): string =>
  `ALERTS{alertstate="firing", alertname!~"Watchdog|InfoInhibitor"${labels}}`;

/** Dashboard of alerts, past ones, and failed notifications. */
export const ALERTS: Dashboard = {
  uid: "alerts",
  title: "Alerts",
  description: "What fires, what did, and whether anybody was told.",
  rows: [
    row(
      "Now",
      stat("Pages", `count(${firing(', severity="page"')}) or vector(0)`, {
        limits: { warning: 1, critical: 1 },
      }),
      stat("Everything", `count(${firing()}) or vector(0)`, { limits: { warning: 1, critical: 10 } }),
      stat("Watchdog", 'count(ALERTS{alertname="Watchdog", alertstate="firing"}) or vector(0)', {
        description: "Fires always. Without it no alert would be delivered either.",
        limits: { warning: 1, critical: 0.5 },
      }),
      stat("Alertmanagers", "max(alertmanager_cluster_members)"),
      stat("Silenced or inhibited", 'max(alertmanager_alerts{state="suppressed"})'),
      stat(
        "Not delivered, in an hour",
        "sum(increase(alertmanager_notifications_failed_total[1h])) or vector(0)",
        { limits: { warning: 1, critical: 5 } },
      ),
    ),
    row(
      "What fires",
      table("Firing", firing(), {
        columns: {
          severity: "Severity",
          alertname: "Alert",
          namespace: "Namespace",
          pod: "Pod",
          destination: "Team",
        },
      }),
    ),
    row(
      "Since when",
      timeseries("Firing", [promql(`count by (alertname) (${firing()})`, "{{alertname}}")], {
        stacked: true,
      }),
      timeseries("By severity", [promql(`count by (severity) (${firing()})`, "{{severity}}")], {
        stacked: true,
      }),
      timeseries(
        "Delivered",
        [
          promql(
            "sum by (integration) (rate(alertmanager_notifications_total[$__rate_interval]))",
            "{{integration}}",
          ),
        ],
        { unit: "ops", stacked: true },
      ),
      timeseries(
        "Not delivered",
        [
          promql(
            "sum by (integration) (rate(alertmanager_notifications_failed_total[$__rate_interval]))",
            "{{integration}}",
          ),
        ],
        { unit: "ops", stacked: true },
      ),
    ),
  ],
};
