import type { DeployOrder } from "./deploy-order";

/**
 * Lists of stacks that the jobs of a deploy apply. An environment that is not deployed yet has an empty one: with
 * nothing to do there, the jobs after its own go on. A missing list would hold them up.
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
