import { type CopiedSecret, externalSecret } from "../external-secret";
import { afterTheRest } from "../helm-hooks";
import type { Manifest } from "../manifests";

/** Ending of the names of all such copies, by which an alert knows one that stays. */
const ENDING = "-master";

/** Pattern of their names, in PromQL. */
export const MASTER_COPIES = `.+${ENDING}`;

/** Name of the copy of the credentials of a database's master. */
export const masterCopyName = (database: string): string => `${database}${ENDING}`;

/**
 * Copy of the credentials of a database's master, for a Job of the next weight. Helm removes it with the Job, after one that
 * failed as well. A run that is killed leaves it behind: it never gets a newer password, and an alert tells of it.
 *
 * @param copy - with `name` of the database
 * @see https://github.com/helm/helm/pull/30673
 * @see https://external-secrets.io/latest/api/externalsecret
 */
export const masterCopy = (
  { name, ...copy }: Pick<CopiedSecret, "path" | "name" | "namespace" | "store">,
  weight: number,
): Manifest => {
  const secret = externalSecret({
    ...copy,
    name: masterCopyName(name),
    keys: ["username", "password"],
    refresh: "never",
  });
  return { ...secret, metadata: { ...secret.metadata, annotations: afterTheRest(weight) } };
};
