import { type Asked, commandLine } from "../../kit/command";
import { problemOfChoice } from "../../kit/command-arguments";
import { CommandError } from "../../kit/command-error";

export const GRAPH = commandLine({
  name: "graph",
  summary: "Draws the pictures of an environment in docs/pictures and README.md.",
  args: [],
  options: {
    environment: { value: "name", help: "environment to draw; without it, every one that has pictures" },
    check: { help: "names the pictures that are stale, and draws nothing" },
  },
});

export interface Arguments {
  /** Environment to draw. Without one, those that have pictures already. */
  readonly environment: string | undefined;

  /** True to name the stale pictures instead of drawing them. */
  readonly check: boolean;
}

/** @throws CommandError if the environment is unknown */
export function argumentsOf(
  { options: { environment, check } }: Asked<typeof GRAPH.options>,
  environments: readonly string[],
): Arguments {
  const unknown = environment && problemOfChoice("--environment", environment, environments);
  if (unknown) {
    throw new CommandError(unknown);
  }
  return { environment, check };
}
