import { parseArgs } from "node:util";
import { CommandError } from "../command-error";

const FORMATS = ["table", "markdown", "json"] as const;

export interface Arguments {
  /** @default - `origin/main` or, where there is none, `main` */
  readonly base?: string | undefined;
  readonly format: (typeof FORMATS)[number];
}

/** @throws CommandError where an option is unknown or its value is */
export function argumentsOf(args: readonly string[]): Arguments {
  const { base, format: given = "table" } = valuesOf(args);
  const format = FORMATS.find((name) => name === given);
  if (!format) {
    throw new CommandError(
      `--format: expected table, markdown or json, got "${given}"; leave it out for table`,
    );
  }
  return { base, format };
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { base: { type: "string" }, format: { type: "string" } },
    }).values;
  } catch (error) {
    const [problem] = String((error as Error).message).split(". ");
    throw new CommandError(`${problem}; use --base <git ref> and --format table|markdown|json`);
  }
}
