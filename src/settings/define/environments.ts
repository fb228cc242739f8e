import { type Checked, checkedOrThrow } from "../checking/checked";
import type { Organisation } from "../organisation/organisation";
import { withDefaults } from "../environment/defaults";
import type { Environment, EnvironmentSettings } from "../environment/environment";
import { problemsOf, problemsOfAll } from "./environment-rules";
import { problemsOfShape } from "../environment/shape";

/**
 * Fills in defaults and checks every rule.
 *
 * @throws ConfigurationError listing every problem, each with its path
 */
export function defineEnvironment(settings: EnvironmentSettings, organisation: Organisation): Environment {
  return defineEnvironments([settings], organisation)[0]!;
}

/**
 * Does what `defineEnvironment` does, and checks that the environments fit together. One error lists the
 * problems of all.
 */
export const defineEnvironments = (
  all: readonly EnvironmentSettings[],
  organisation: Organisation,
): Environment[] => checkedOrThrow(checkEnvironments(all, organisation));

/** Does what `defineEnvironments` does, for callers that report other problems with these. */
export function checkEnvironments(
  all: readonly EnvironmentSettings[],
  organisation: Organisation,
): Checked<Environment[]> {
  const shapes = all.map((settings) => problemsOfShape(settings));
  const environments = all
    .filter((_, index) => shapes[index]!.length === 0)
    .map((settings) => withDefaults(settings, organisation));

  return {
    problems: [...shapes.flat(), ...environments.flatMap(problemsOf), ...problemsOfAll(environments)],
    value: environments as Environment[],
  };
}
