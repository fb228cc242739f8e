import type { AccessLevelConfig, AccessRule } from "./access-levels-schema";

/**
 * Names of the levels that people may have for whom a program in the cluster speaks: all but those that may do everything. A
 * program that is taken over speaks for each of them.
 */
export const relayedLevels = (levels: Readonly<Record<string, AccessLevelConfig>>): string[] =>
  Object.entries(levels)
    .filter(([, { clusterRules }]) => !clusterRules.some(isEverything))
    .map(([name]) => name)
    .sort();

const isEverything = ({ apiGroups, resources, verbs }: AccessRule): boolean =>
  [apiGroups, resources, verbs].every((names) => names.includes("*"));
