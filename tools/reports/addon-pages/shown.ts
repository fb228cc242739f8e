import { production } from "../../../src/platform/environments/production";
import type { ClusterSettings } from "../../../src/settings/cluster/cluster";
import { type ClusterEnvironment, mainCluster } from "../../../src/settings/environment/environment";
import { defineEnvironment } from "../../samples/platform";

/** Production's main cluster, from whose settings the others begin, with the add-ons that it leaves to EKS. */
export const shownEnvironment = (): ClusterEnvironment =>
  mainCluster(
    defineEnvironment({
      ...production,
      clusters: Object.fromEntries(
        Object.entries(production.clusters).map(([name, cluster]) => [name, withEveryAddon(cluster)]),
      ),
    }),
  );

const withEveryAddon = (cluster: ClusterSettings): ClusterSettings => ({
  ...cluster,
  addons: { ...cluster.addons, metricsServer: {} },
  eksAddons: { ...cluster.eksAddons, "metrics-server": false },
});
