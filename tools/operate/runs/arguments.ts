import { CommandError } from "../../kit/command-error";
import { optionsOf } from "../../kit/options";

const ACTIONS = ["speculate", "plan", "apply", "deploy", "destroy"] as const;

const OPTIONS = {
  environment: { type: "string" },
  stacks: { type: "string" },
  rows: { type: "string" },
  plans: { type: "string" },
} as const;

const USAGE =
  "npm run runs -- speculate|plan|apply|deploy|destroy --environment <name> [--stacks <JSON list>] [--rows <folder>] [--plans <file>]";

export interface RunArguments {
  readonly action: (typeof ACTIONS)[number];
  readonly environment: string;

  /** Ids of stacks, in order. */
  readonly stacks: readonly string[];

  /** Folder for a row of each stack. */
  readonly rows: string;

  /** File with the plans that are made, or that are applied. */
  readonly plans: string;
}

/** @throws CommandError where one is unknown, missing or no name of a stack */
export function runArguments([action = "", ...args]: readonly string[]): RunArguments {
  const known = ACTIONS.find((name) => name === action);
  if (known === undefined) {
    throw new CommandError(`expected one of ${ACTIONS.join(", ")}, got "${action}"; use ${USAGE}`);
  }
  const { environment, stacks = "[]", rows = "rows", plans = "plans.json" } = optionsOf(args, OPTIONS, USAGE);
  if (environment === undefined) {
    throw new CommandError(`--environment: expected the name of an environment, got none; use ${USAGE}`);
  }
  return { action: known, environment, stacks: namesIn(stacks), rows, plans };
}

/** Names become parts of paths and addresses, and may come from a pull request. */
function namesIn(text: string): string[] {
  let names: unknown;
  try {
    names = JSON.parse(text);
  } catch {
    names = undefined;
  }
  if (
    !Array.isArray(names) ||
    !names.every((name) => typeof name === "string" && /^[a-z][a-z0-9-]*$/.test(name))
  ) {
    throw new CommandError(
      `--stacks: expected a JSON list of names of stacks, got ${text.slice(0, 200)}; use ${USAGE}`,
    );
  }
  return names as string[];
}
