import type { Organisation } from "../../settings/organisation/organisation";
import type { Cluster } from "../../constructs/cluster";

/**
 * Prefixes of the secrets that the cluster reads: the organisation's, and those made for the cluster itself.
 */
export const secretPrefixes = ({ name }: Cluster, { secretsPrefix }: Organisation): string[] => [
  ...new Set([secretsPrefix, name]),
];
