import type { StackName } from "../../../src/settings/state/stack-names";
import { commandLine, type Asked } from "../../kit/command";
import { problemOfChoice } from "../../kit/command-arguments";
import { CommandError } from "../../kit/command-error";

/** File with the state of a stack. */
export interface StateFile {
  readonly stack: StackName;
  readonly path: string;
}

export interface Arguments {
  readonly environment: string;
  readonly files: readonly StateFile[];

  /** File to write the settings to. */
  readonly out?: string;
}

export const ADOPT = commandLine({
  name: "adopt",
  summary:
    "Writes the moves, imports and removals with which a platform that exists is taken over, and lists what becomes of each resource.",
  args: [
    { name: "environment", count: "one", help: "environment that takes it over" },
    {
      name: "stack>=<file",
      count: "any",
      help: "a stack, and its present state as `terraform show -json` or `terraform state list` prints it",
    },
  ],
  options: {
    out: { value: "file", help: "TypeScript file to write the settings to; by default they are printed" },
  },
  notes:
    "It prints addresses, ids and names alone. It compares other attributes to find what would be replaced; what Terraform calls sensitive is dropped as it is read. Exit codes: 0 if nothing long-lived is lost, 1 if something would be.",
});

/** @throws CommandError naming all that is wrong with the command line */
export function argumentsOf(
  { args: [environment = "", ...pairs], options: { out } }: Asked<typeof ADOPT.options>,
  stacksOf: ReadonlyMap<string, readonly StackName[]>,
): Arguments {
  const unknown = problemOfChoice("<environment>", environment, [...stacksOf.keys()]);
  const stacks = stacksOf.get(environment);
  const files = pairs.map(fileOf);
  const problems = [
    ...(unknown === undefined ? [] : [unknown]),
    ...(pairs.length > 0
      ? []
      : ["<stack>=<file>: expected a state, got none; add vpc=vpc.json, or another stack"]),
    ...files.flatMap((file) => problemsOfFile(file, stacks)),
    ...files.flatMap(({ stack }, index) =>
      files.findIndex((one) => one.stack === stack) < index
        ? [`${stack}=<file>: expected one state of the stack, got a second; leave one of the two out`]
        : [],
    ),
  ];
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  return { environment, files: files as StateFile[], ...(out !== undefined && { out }) };
}

/** Parts of `<stack>=<file>`. A path may have an equals sign of its own. */
function fileOf(pair: string): { readonly stack: string; readonly path: string } {
  const at = pair.indexOf("=");
  return { stack: at < 0 ? "" : pair.slice(0, at), path: at < 0 ? pair : pair.slice(at + 1) };
}

function problemsOfFile(
  { stack, path }: ReturnType<typeof fileOf>,
  stacks: readonly StackName[] | undefined,
): string[] {
  if (stack === "" || path === "") {
    return [`<stack>=<file>: expected a stack and a file such as vpc=vpc.json, got "${stack || path}"`];
  }
  const problem = stacks && problemOfChoice("<stack>=<file>", stack, stacks);
  return problem === undefined ? [] : [problem];
}
