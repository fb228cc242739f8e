import { workloadRoleName } from "../../names/cluster-names";
import type { ClusterEnvironment, Environment } from "../../settings/environment/environment";
import type { ContainerRegistry } from "../../settings/organisation/container-registry";
import { accountOf } from "../../settings/organisation/environment-names";
import type { Organisation } from "../../settings/organisation/organisation";
import type { Tagger } from "../../infrastructure/image-pull-policy";
import { ownValue } from "../../settings/checking/own-value";

/**
 * Roles that say by tags which image is deployed: one of each cluster that promotes images. Environments outside the
 * order of promotion, such as those for a few days, tag none. A permanent environment that runs elsewhere, and so is
 * not among `environments`, has its cluster under the organisation's usual name.
 */
export const taggersOf = (
  environments: readonly Environment[],
  { tagger }: Pick<ContainerRegistry, "tagger">,
  { accounts, defaults, promotion }: Pick<Organisation, "accounts" | "defaults" | "promotion">,
): Tagger[] =>
  promotion.flatMap((name) => {
    const environment = environments.find((one) => one.name === name);
    const account = environment ? accountOf(environment) : ownValue(accounts, name);
    const clusters = environment
      ? environment.clusters.filter(promotes).map(({ cluster }) => cluster.name)
      : [defaults.clusterName];

    return account === undefined
      ? []
      : clusters.map((cluster) => ({
          account,
          role: `arn:aws:iam::${account}:role/${workloadRoleName(tagger, cluster)}`,
        }));
  });

const promotes = ({ addons: { argoCd, argoWorkflows } }: ClusterEnvironment): boolean =>
  argoCd !== false && argoWorkflows !== false && argoWorkflows.promotion !== false;
