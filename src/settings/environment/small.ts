import type { AddonsSettings } from "../addons";
import type { ClusterSettings } from "../cluster/cluster";
import type { EnvironmentSettings } from "./environment";

/** Nodes that fit a new account: six of four vCPUs, and one more while nodes are replaced. */
const NODE_GROUPS: NonNullable<ClusterSettings["nodeGroups"]> = {
  "arm-green": { instanceTypes: ["m7g.xlarge"], size: { min: 2, desired: 3, max: 6 } },
};

/** Metrics of two weeks, in a volume of an eighth, without those of the API server. */
const LITTLE_STORAGE = { retentionDays: 14, storageGib: 50, apiServer: false };

/**
 * Settings of an environment over those of a small one, for a new account or a look: one NAT gateway, few small nodes, one
 * replica of each add-on, no databases, and nothing that looks from outside. Everything that `settings` says wins.
 * docs/costs.md says what it costs.
 */
export const small = (settings: EnvironmentSettings): EnvironmentSettings => ({
  ...settings,
  externalServices: { sentry: false, uptime: false, ...settings.externalServices },
  clusters: Object.fromEntries(
    Object.entries(settings.clusters).map(([name, cluster]) => [name, smallCluster(cluster)]),
  ),
});

const smallCluster = (cluster: ClusterSettings): ClusterSettings => ({
  nat: "single",
  ...(cluster.compute === undefined || cluster.compute.kind === "node-groups"
    ? { nodeGroups: NODE_GROUPS }
    : {}),
  logRetentionDays: 30,
  grafanaDatabase: false,
  workflowsDatabase: false,
  ...cluster,
  endpoints: { ecr: false, secretsManager: false, ...cluster.endpoints },
  addons: smallAddons(cluster.addons),
});

function smallAddons(addons: AddonsSettings = {}): AddonsSettings {
  const { kubePrometheusStack } = addons;
  return {
    replicas: 1,
    seal: false,
    renovate: false,
    ...addons,
    kubePrometheusStack:
      kubePrometheusStack === false ? false : { ...LITTLE_STORAGE, ...kubePrometheusStack },
  };
}
