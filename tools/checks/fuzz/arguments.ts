import { CommandError } from "../../kit/command-error";
import { optionsOf } from "../../kit/options";

export interface FuzzArguments {
  readonly runs: number;
  readonly seed: number;

  /** Prints the result for a program. */
  readonly json: boolean;
}

const USAGE = "npm run fuzz [-- --runs <configurations>] [--seed <number>]";

/**
 * Arguments of `npm run fuzz`: 10,000 configurations and a random seed by default.
 *
 * @throws CommandError if one is unknown or no number
 */
export function argumentsOf(args: readonly string[]): FuzzArguments {
  const options = { runs: { type: "string" }, seed: { type: "string" }, json: { type: "boolean" } } as const;
  const {
    runs = "10000",
    seed = String(Date.now() % 2 ** 31),
    json = false,
  } = optionsOf(args, options, USAGE);
  return { runs: numberFrom("runs", runs, 1), seed: numberFrom("seed", seed, 0), json };
}

function numberFrom(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value >= 2 ** 31) {
    throw new CommandError(`--${name}: expected a whole number from ${least}, got "${text}"; use ${USAGE}`);
  }
  return value;
}
