import type { ClusterEnvironment, Environment } from "../../settings/environment/environment";
import type { ContainerRegistry } from "../../settings/organisation/container-registry";
import { accountOf } from "../../settings/organisation/environment-names";
import type { Organisation } from "../../settings/organisation/organisation";
import { workloadRoleName } from "../../names/cluster-names";

/**
 * ARNs of the roles that say by tags which image is deployed: one of each cluster that promotes images. An account
 * without such a cluster is expected to have its first under the organisation's usual name.
 */
export const taggersOf = (
  environments: readonly Environment[],
  { tagger, pullingAccounts }: ContainerRegistry,
  { defaults }: Organisation,
): string[] =>
  pullingAccounts.flatMap((account) => {
    const clusters = environments
      .filter((environment) => accountOf(environment) === account)
      .flatMap((environment) => environment.clusters.filter(promotes))
      .map(({ cluster }) => cluster.name);

    return (clusters.length > 0 ? clusters : [defaults.clusterName]).map(
      (cluster) => `arn:aws:iam::${account}:role/${workloadRoleName(tagger, cluster)}`,
    );
  });

const promotes = ({ addons: { argoCd, argoWorkflows } }: ClusterEnvironment): boolean =>
  argoCd !== false && argoWorkflows !== false && argoWorkflows.promotion !== false;
