import { type Asked, commandLine } from "../../kit/command";
import { CommandError } from "../../kit/command-error";

const ACTIONS = ["speculate", "plan", "apply", "deploy", "destroy"] as const;

export const RUNS = commandLine({
  name: "runs",
  summary: "Has HCP Terraform plan or apply synthesised stacks, for the workflows: docs/deploying.md.",
  args: [{ name: "action", help: "run to start", oneOf: ACTIONS, count: "one" }],
  options: {
    environment: { value: "name", help: "environment of the stacks" },
    stacks: { value: "list", help: "ids of the stacks in order, as a JSON list; without it, none" },
    rows: { value: "folder", help: "folder for a row of each stack; without it, rows" },
    plans: { value: "file", help: "file with the plans made or applied; without it, plans.json" },
  },
});

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

/** @throws CommandError if the environment is missing, or a stack has no name of a stack */
export function argumentsOf({ args: [action], options }: Asked<typeof RUNS.options>): RunArguments {
  const { environment, stacks = "[]", rows = "rows", plans = "plans.json" } = options;
  if (environment === undefined) {
    throw new CommandError("--environment: expected the name of an environment, got none; add it");
  }
  return { action: action as RunArguments["action"], environment, stacks: namesIn(stacks), rows, plans };
}

/**
 * Stacks that a list names. Names become parts of paths and addresses, and may come from a pull request.
 *
 * @throws CommandError if the text is no list of names
 */
export function namesIn(text: string): string[] {
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
      `--stacks: expected a JSON list of names of stacks, got ${text.slice(0, 200)}; pass what deploy-order prints`,
    );
  }
  return names as string[];
}
