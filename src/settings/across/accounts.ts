import type { EksAddonName } from "../cluster/eks-addons";
import type { ClusterEnvironmentConfig, EnvironmentConfig } from "../environment/environment";
import { environmentLabel } from "../checking/label";
import { problem, show } from "../checking/problem";
import { clusterLabel } from "../environment/stack-names";
import { accountOf, environmentNames, EPHEMERAL_ACCOUNT } from "../organisation/environment-names";

/** Cluster of an environment beside one of another environment in the same account. */
type Neighbours = readonly [one: ClusterEnvironmentConfig, other: ClusterEnvironmentConfig];

/**
 * Clusters of environments that share an account have names of their own: IAM has each role once per account,
 * whatever the region. None begins or ends like another's either, since Terraform's roles reach all that does.
 */
export const clusterNamesAreUniqueInTheAccount = (environments: readonly EnvironmentConfig[]): string[] =>
  neighboursIn(environments)
    .filter(([{ cluster: one }, { cluster: other }]) => {
      return resembles(one.name, other.name) || resembles(other.name, one.name);
    })
    .map(
      ([one, other]) =>
        `${environmentLabel(other)} ${problem(
          ["clusters", other.cluster.name],
          "a name that neither is, begins nor ends like that of another environment's cluster in the same account",
          `${show(other.cluster.name)} beside ${show(one.cluster.name)} of ${environmentLabel(one)}`,
          "rename one of the two: names of IAM roles consist of the cluster's and the role's purpose",
        )}`,
    );

const FLOW_MONITOR_AGENT: EksAddonName = "aws-network-flow-monitoring-agent";

/** One environment of an account has a flow monitor: AWS allows one scope per account. */
export const flowMonitorIsUniqueInTheAccount = (environments: readonly EnvironmentConfig[]): string[] =>
  neighboursIn(environments)
    .filter((neighbours) => neighbours.every(({ cluster }) => cluster.eksAddons[FLOW_MONITOR_AGENT]))
    .map(
      ([one, other]) =>
        `${environmentLabel(other)} ${problem(
          ["clusters", other.cluster.name, "eksAddons", FLOW_MONITOR_AGENT],
          "false, since AWS allows one scope of flow monitors per account",
          `on, as in ${one.cluster.name} of ${environmentLabel(one)} in the same account`,
          "write false in all environments of the account but one",
        )}`,
    );

/** Stacks, which are called after their environment and cluster, have names of their own. */
export const stackNamesAreUnique = (environments: readonly EnvironmentConfig[]): string[] => {
  const clusters = environments.flatMap((environment) => environment.clusters);

  return clusters.flatMap((again, index) => {
    const first = clusters.slice(0, index).find((one) => clusterLabel(one) === clusterLabel(again));
    // A rule of its own refuses environments of one name.
    return first === undefined || first.name === again.name
      ? []
      : [
          `${environmentLabel(again)} ${problem(
            ["clusters", again.cluster.name],
            "stacks of their own",
            `stacks called <stack>-${clusterLabel(again)}, as those of ${first.cluster.name} in ${environmentLabel(first)}`,
            "rename one of the clusters",
          )}`,
        ];
  });
};

/** Clusters of different environments in one account, by twos. */
export const neighboursIn = (environments: readonly EnvironmentConfig[]): Neighbours[] =>
  environments.filter(hasAccount).flatMap((environment, index, all) =>
    all
      .slice(0, index)
      .filter((other) => other.name !== environment.name && accountOf(other) === accountOf(environment))
      .flatMap((other) =>
        other.clusters.flatMap((one) => environment.clusters.map((again): Neighbours => [one, again])),
      ),
  );

/** A rule of its own refuses an environment without an account. */
const hasAccount = ({ name, organisation }: EnvironmentConfig): boolean =>
  environmentNames(organisation).includes(name) || EPHEMERAL_ACCOUNT in organisation.accounts;

const resembles = (name: string, part: string): boolean =>
  name === part || name.startsWith(`${part}-`) || name.endsWith(`-${part}`);
