import { isOfEks } from "../cluster/drivers";
import type { ClusterEnvironmentConfig, EnvironmentConfig } from "../environment/environment";
import { neighboursIn } from "./accounts";
import { clusterProblem } from "./cluster-problem";

/**
 * Clusters of one account whose drivers of shared volumes EKS installs have no neighbour with such volumes: EKS's add-on
 * cannot tag its access points by cluster, so that its role may remove those of any cluster of the account.
 *
 * @see https://github.com/aws/containers-roadmap/issues/2755
 */
export const volumesOfAnAccountAreToldApart = (environments: readonly EnvironmentConfig[]): string[] =>
  [...neighboursIn(environments), ...environments.flatMap(pairsIn)]
    .filter((pair) => pair.every(({ addons }) => addons.efsCsiDriver !== false))
    .flatMap(([one, other]) => [...refused(one, other), ...refused(other, one)]);

const refused = (cluster: ClusterEnvironmentConfig, other: ClusterEnvironmentConfig): string[] =>
  isOfEks(cluster, "efsCsiDriver")
    ? [
        clusterProblem(
          cluster,
          ["addons", "efsCsiDriver", "installedAs"],
          `"chart", since ${other.cluster.name} has shared volumes in the same account`,
          '"eks-addon", whose role could remove them',
          "let the chart install the driver, which tags its access points by cluster",
        ),
      ]
    : [];

/** Clusters of one environment, by twos. */
const pairsIn = ({ clusters }: EnvironmentConfig) =>
  clusters.flatMap((one, index) => clusters.slice(index + 1).map((other) => [one, other] as const));
