import type { ClusterEnvironment, Environment } from "../../src/settings/environment/environment";
import { type StackPlace, stacksOf } from "../../src/settings/environment/stack-names";
import type { ClusterStackName } from "../../src/settings/state/stack-names";
import type { SynthesisedStack } from "./stack";

/** Stack and the environment that it belongs to, itself or by its cluster. */
export interface LocatedStack extends StackPlace<ClusterEnvironment> {
  readonly environment: Environment;
}

/** Finds stacks of environments by id. No id is taken apart: a name of one cluster may end in that of another. */
export const stackPlaces = (environments: readonly Environment[]): ReadonlyMap<string, LocatedStack> =>
  new Map(
    environments.flatMap((environment) =>
      stacksOf(environment).map((place): [string, LocatedStack] => [place.id, { ...place, environment }]),
    ),
  );

/** A stack of a cluster, as it was synthesised. */
interface ClusterStack extends SynthesisedStack {
  readonly cluster: ClusterEnvironment;
}

/** Stacks of that name, each with its cluster. */
export function clusterStacks(
  name: ClusterStackName,
  stacks: readonly SynthesisedStack[],
  environments: readonly Environment[],
): ClusterStack[] {
  const places = stackPlaces(environments);
  return stacks.flatMap((stack) => {
    const place = places.get(stack.id);
    return place?.name === name && place.cluster ? [{ ...stack, cluster: place.cluster }] : [];
  });
}
