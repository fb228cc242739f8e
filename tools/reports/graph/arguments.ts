import { CommandError } from "../../kit/command-error";
import { optionsOf } from "../../kit/options";

export interface Arguments {
  /** Environment to draw; without one, those that have pictures already. */
  readonly environment: string | undefined;

  /** Reports stale pictures instead of drawing them. */
  readonly check: boolean;
}

const OPTIONS = { environment: { type: "string" }, check: { type: "boolean" } } as const;

/** @throws CommandError if an option or an environment is unknown */
export function argumentsOf(args: readonly string[], environments: readonly string[]): Arguments {
  const { environment, check = false } = optionsOf(args, OPTIONS, "--environment <name> and --check");
  if (environment !== undefined && !environments.includes(environment)) {
    throw new CommandError(
      `--environment: expected ${environments.join(", ")}, got "${environment}"; leave it out for all that are drawn`,
    );
  }
  return { environment, check };
}
