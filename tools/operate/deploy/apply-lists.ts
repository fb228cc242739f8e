import type { DeployOrder } from "./deploy-order";

/**
 * Lists of stacks that the jobs of a deploy apply. An environment that is not deployed yet has an empty one: the jobs after
 * its own go on where it has nothing to do, and take a missing list for one that nobody has applied.
 */
export const applyLists = ({
  registry,
  environments,
  notDeployed,
}: DeployOrder): Record<string, readonly string[]> => ({
  registry,
  ...Object.fromEntries(Object.keys(notDeployed).map((name) => [name, []])),
  ...environments,
});
