import { type Checked, checkedOrThrow } from "../checking/checked";
import { problemsOf, problemsOfAll } from "./rules";
import { problemsOfShape } from "./shape";
import { withDefaults } from "./defaults";
import type { Environment, EnvironmentSettings } from "./environment";

/**
 * Fills in defaults and checks every rule.
 *
 * @throws ConfigurationError listing every problem, each with its path
 */
export function defineEnvironment(settings: EnvironmentSettings): Environment {
  return defineEnvironments([settings])[0]!;
}

/** As `defineEnvironment`, and checks that the environments fit together. One error lists the problems of all. */
export const defineEnvironments = (all: readonly EnvironmentSettings[]): Environment[] =>
  checkedOrThrow(checkEnvironments(all));

/** As `defineEnvironments`, for callers that report other problems with these. */
export function checkEnvironments(all: readonly EnvironmentSettings[]): Checked<Environment[]> {
  const shapes = all.map((settings) => problemsOfShape(settings));
  const environments = all.filter((_, index) => shapes[index]!.length === 0).map(withDefaults);

  return {
    problems: [...shapes.flat(), ...environments.flatMap(problemsOf), ...problemsOfAll(environments)],
    value: environments as Environment[],
  };
}
