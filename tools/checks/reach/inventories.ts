import type { ClusterEnvironment, Environment } from "../../../src/settings/environment/environment";
import { tenantStackId } from "../../../src/names/tenant-names";
import { clusterLabel, stackId } from "../../../src/settings/environment/stack-names";
import { CLUSTER_STACK_NAMES } from "../../../src/settings/state/stack-names";
import { environmentSettings } from "../../../src/platform/environments";
import { onAllCores } from "../../kit/on-all-cores";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { exampleEnvironments, synthesiseExamples } from "../../samples/examples";
import { defineEnvironments } from "../../samples/platform";
import { sampleEnvironments } from "../../samples/sample-environments";
import { synthesise } from "../../samples/synthesise";
import { goTool } from "../../toolbox/go-tools";
import { chartFolders } from "../charts/chart-folders";
import { renderWith } from "../charts/render";
import { type ClusterInventory, inventoryOfCluster } from "./inventory-of-cluster";

/** A cluster, by the name of its environment and its own. */
export interface NamedInventory extends ClusterInventory {
  readonly cluster: string;
}

/** The organisation's environments, and those that try what these do not do. */
const environments = (): Environment[] => [
  ...defineEnvironments(environmentSettings),
  ...sampleEnvironments(),
];

/** Inventories of all clusters. */
export async function inventories(
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<NamedInventory[] | { readonly missing: string }> {
  const helm = await goTool("helm", signal);
  if ("missing" in helm) {
    return helm;
  }
  const own = environments();
  const all = [...own, ...exampleEnvironments()];
  return inTemporaryFolder("reach", async (scratch) => {
    const stacks = [...synthesise(own, scratch), ...synthesiseExamples(scratch)];
    const renderer = {
      folders: chartFolders(helm.program, signal),
      render: renderWith(helm.program, signal),
      scratch,
    };
    return onAllCores(
      all.flatMap((environment) => environment.clusters),
      async (environment) => {
        progress(stackId("cluster-services", environment));
        const ofCluster = stacks.filter(({ id }) => isOf(environment, id));
        return {
          cluster: environment.name,
          ...(await inventoryOfCluster(ofCluster, environment, renderer)),
        };
      },
    );
  });
}

/** True for the stacks of a cluster, those of its products included. */
const isOf = (cluster: ClusterEnvironment, id: string): boolean =>
  CLUSTER_STACK_NAMES.some((name) => stackId(name, cluster) === id) ||
  id.startsWith(tenantStackId(clusterLabel(cluster), ""));
