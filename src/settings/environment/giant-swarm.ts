import type { ClusterSettings } from "../cluster/cluster";
import type { AddonsSettings } from "../addons";
import type { FleetConfig } from "../fleet/schema";
import type { EnvironmentSettings } from "./environment";

/** Add-ons of management clusters alone: what engineers sign in to, and what delivers to the clusters of a fleet. */
const MANAGEMENT_LAYER: AddonsSettings = {
  dex: false,
  argoCd: false,
  argoWorkflows: false,
  grafana: false,
  oauth2Proxy: false,
  tempo: false,
};

/** Settings that every cluster of a fleet has: two checks of pods, of which one can except a single workload. */
const EVERY_CLUSTER: AddonsSettings = {
  renovate: false,
  seal: false,
  kyverno: { podSecurity: "enforce" },
};

/**
 * Settings of an environment over those of Giant Swarm's fleets: management and workload clusters are made alike, and the
 * management cluster has layers besides. Everything that `settings` says wins.
 *
 * @see https://github.com/giantswarm/docs/blob/main/src/content/overview/architecture/_index.md
 */
export const giantSwarm = (settings: EnvironmentSettings): EnvironmentSettings => ({
  ...settings,
  clusters: Object.fromEntries(
    Object.entries(settings.clusters).map(([name, cluster]) => [name, inFleet(cluster)]),
  ),
});

/** Part in the fleet with its metrics in one place: every workload cluster reports, and the hub takes what they report. */
const observed = (fleet: FleetConfig): FleetConfig =>
  fleet.role === "workload" ? { reports: true, ...fleet } : { observability: { receivers: {} }, ...fleet };

/** Cilium in place of the CNI and of kube-proxy, in clusters whose pods have subnets of their own. */
const CILIUM: NonNullable<ClusterSettings["podNetwork"]> = { engine: "cilium", mode: "eni" };

const inFleet = (cluster: ClusterSettings): ClusterSettings => ({
  ...(cluster.subnets?.pods && { podNetwork: CILIUM }),
  ...(cluster.fleet?.role === "workload" && { grafanaDatabase: false, workflowsDatabase: false }),
  ...cluster,
  ...(cluster.fleet && { fleet: observed(cluster.fleet) }),
  addons: {
    ...EVERY_CLUSTER,
    ...(cluster.fleet?.role === "workload" && MANAGEMENT_LAYER),
    ...cluster.addons,
  },
});
