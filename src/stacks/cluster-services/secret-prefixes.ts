import { ORGANISATION } from "../../platform/organisation";
import type { Cluster } from "../../constructs/cluster";

/** Beginnings of the secrets that the cluster reads: the organisation's, and those made for the cluster itself. */
export const secretPrefixes = ({ name }: Cluster): string[] => [
  ...new Set([ORGANISATION.secretsPrefix, name]),
];
