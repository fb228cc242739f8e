import { CommandError } from "../../kit/command-error";
import { type Asked, commandLine } from "../../kit/command";

export interface FuzzArguments {
  readonly runs: number;
  readonly seed: number;

  /** Prints the result for a program. */
  readonly json: boolean;
}

export const FUZZ = commandLine({
  name: "fuzz",
  summary:
    "Tries out configurations that nobody would write: each is refused with its place, or becomes Terraform.",
  args: [],
  options: {
    runs: { value: "number", help: "configurations to try (10000)" },
    seed: { value: "number", help: "seed that brings the same configurations again (another each time)" },
    json: { help: "prints the result as JSON" },
  },
});

/** @throws CommandError if an option is no number in its range */
export function argumentsOf({ options }: Asked<typeof FUZZ.options>): FuzzArguments {
  const { runs = "10000", seed = String(Date.now() % 2 ** 31), json } = options;
  return { runs: numberFrom("runs", runs, 1), seed: numberFrom("seed", seed, 0), json };
}

function numberFrom(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value >= 2 ** 31) {
    throw new CommandError(`--${name}: expected a whole number from ${least}, got "${text}"; correct it`);
  }
  return value;
}
