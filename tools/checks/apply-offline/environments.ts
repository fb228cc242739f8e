import { nearest } from "../../../src/settings/checking/nearest";
import { environmentSettings } from "../../../src/platform/environments";
import type { Environment } from "../../../src/settings/environment/environment";
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
 * @throws CommandError if a name is unknown, with all that are
 */
export function environmentsNamed(names: readonly string[]): readonly Environment[] {
  const all = allEnvironments();
  const known = all.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const meant = nearest(unknown[0]!, known);
    throw new CommandError(
      `<environment>: expected ${known.join(", ")}, got ${unknown.map((name) => `"${name}"`).join(", ")}${meant ? `; did you mean ${meant}?` : ""}`,
    );
  }
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}
