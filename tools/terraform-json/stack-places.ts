import type { ClusterEnvironment, Environment } from "../../src/settings/environment/environment";
import { type StackPlace, stacksOf } from "../../src/settings/environment/stack-names";

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
