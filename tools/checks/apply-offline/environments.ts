import { environmentSettings } from "../../../src/platform/environments";
import type { Environment } from "../../../src/settings/environment/environment";
import { problemOfChoice } from "../../kit/command-arguments";
import { CommandError } from "../../kit/command-error";
import { exampleEnvironments } from "../../samples/examples";
import { defineEnvironments } from "../../samples/platform";
import { sampleEnvironments } from "../../samples/sample-environments";

/** Environments, samples and those of examples. */
export const allEnvironments = (): readonly Environment[] => [
  ...defineEnvironments(environmentSettings),
  ...sampleEnvironments(),
  ...exampleEnvironments(),
];

/**
 * Environments of these names; all if there is none.
 *
 * @throws CommandError naming each that is unknown
 */
export function environmentsNamed(names: readonly string[]): readonly Environment[] {
  const all = allEnvironments();
  const known = all.map(({ name }) => name);
  const problems = names.flatMap((name) => problemOfChoice("<environment>", name, known) ?? []);
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}
