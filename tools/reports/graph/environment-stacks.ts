import type { Environment } from "../../../src/settings/environment/environment";
import { stacksOf } from "../../../src/settings/environment/stack-names";
import { STACK_NAMES } from "../../../src/settings/state/stack-names";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { synthesise } from "../../samples/synthesise";
import type { SynthesisedStack } from "../../terraform-json/stack";

/** One stack of an environment, as synth wrote it. */
export interface EnvironmentStack extends SynthesisedStack {
  /** Name without the environment: `cluster-access`. */
  readonly name: string;

  /** Names of the stacks that are applied before it. */
  readonly after: readonly string[];
}

/** Synthesises an environment and returns its stacks in the order in which they are applied. */
export const stacksOfEnvironment = (environment: Environment): Promise<EnvironmentStack[]> =>
  inTemporaryFolder("graph", (folder) =>
    Promise.resolve(named(environment, synthesise([environment], folder))),
  );

function named(environment: Environment, stacks: readonly SynthesisedStack[]): EnvironmentStack[] {
  const places = stacksOf(environment).filter(({ name }) =>
    (STACK_NAMES as readonly string[]).includes(name),
  );
  const names = new Map(
    places.map(({ id, name, cluster }): [string, string] => [
      id,
      cluster === undefined || cluster.cluster.main ? name : `${name}-${cluster.cluster.name}`,
    ]),
  );

  return places.flatMap(({ id, needs }) =>
    stacks
      .filter((stack) => stack.id === id)
      .map((stack) => ({
        ...stack,
        name: names.get(id)!,
        after: needs.flatMap((needed) => names.get(needed) ?? []),
      })),
  );
}
