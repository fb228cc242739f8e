import { assumedName, assumerName, roleArn } from "../../names/reader-names";
import type { ClusterEnvironmentConfig } from "./environment";
import { accountOf, environmentNames } from "../organisation/environment-names";
import type { ClusterReaderConfig } from "../access/cluster-readers-schema";

/** Application that reads clusters, as one cluster has it. */
export interface ClusterReader extends ClusterReaderConfig {
  readonly name: string;

  /** ARNs of the roles that its pods here may assume. */
  readonly assumes: readonly string[];

  /** Its pods that may read this cluster, by the account that they have their role in. */
  readonly assumedBy: readonly { readonly accountId: string; readonly roleArn: string }[];
}

/**
 * Readers of a cluster. Their roles have the same name in every account, so that one environment knows those of another:
 * only the main cluster of an environment with an account of its own has them.
 */
export function clusterReaders(environment: ClusterEnvironmentConfig): ClusterReader[] {
  const { cluster, name, organisation } = environment;
  if (!cluster.main || !environmentNames(organisation).includes(name)) {
    return [];
  }
  const own = accountOf(environment);
  const every = environmentNames(organisation).map((other) => accountOf({ name: other, organisation }));

  return Object.entries(organisation.clusterReaders).map(([reader, settings]) => {
    const { readsAllFrom } = settings;
    const from = readsAllFrom === undefined ? [] : [accountOf({ name: readsAllFrom, organisation })];
    return {
      ...settings,
      name: reader,
      assumes: (readsAllFrom === name ? every : [own]).map((id) => roleArn(id, assumedName(reader))),
      assumedBy: [...new Set([own, ...from])].map((accountId) => ({
        accountId,
        roleArn: roleArn(accountId, assumerName(reader)),
      })),
    };
  });
}
