import type { RouteCase } from "./route-cases";

const FLEET = ["fleet of hub"];

const about = (cluster: string, organisation: string, severity: string) => ({
  alertname: "ClusterSilent",
  cluster,
  organisation,
  severity,
});

/** Receivers of alerts of the fleet in `examples/giant-swarm`, written down a second time. */
export const FLEET_ROUTE_CASES: readonly RouteCase[] = [
  {
    environments: FLEET,
    labels: about("northwind", "northwind", "page"),
    receivers: ["organisation-northwind", "platform"],
  },
  {
    environments: FLEET,
    labels: about("northwind-preview", "northwind", "page"),
    receivers: ["organisation-northwind", "platform"],
  },
  {
    environments: FLEET,
    labels: about("southwind", "southwind", "page"),
    receivers: ["organisation-southwind", "platform"],
  },
  { environments: FLEET, labels: about("southwind", "southwind", "warning"), receivers: ["platform"] },
  {
    environments: FLEET,
    labels: { alertname: "FleetWatchdog", severity: "none" },
    receivers: ["watchdog"],
  },
  { environments: FLEET, labels: about("hub", "windfleet", "page"), receivers: ["platform"] },
];
