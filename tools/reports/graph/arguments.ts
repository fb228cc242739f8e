import { CommandError } from "../../kit/command-error";
import { optionsOf } from "../../kit/options";

export interface Arguments {
  /** The environment to draw; without one, those whose pictures are kept already. */
  readonly environment: string | undefined;

  /** Whether to say which pictures are stale instead of drawing them. */
  readonly check: boolean;
}

const OPTIONS = { environment: { type: "string" }, check: { type: "boolean" } } as const;

/** @throws CommandError where an option or an environment is unknown */
export function argumentsOf(args: readonly string[], environments: readonly string[]): Arguments {
  const { environment, check = false } = optionsOf(args, OPTIONS, "--environment <name> and --check");
  if (environment !== undefined && !environments.includes(environment)) {
    throw new CommandError(
      `--environment: expected ${environments.join(", ")}, got "${environment}"; leave it out for all that are drawn`,
    );
  }
  return { environment, check };
}
