import { CommandError } from "../../kit/command-error";
import { optionsOf } from "../../kit/options";

const FORMATS = ["table", "markdown", "json"] as const;

export interface Arguments {
  /** @default - `origin/main` or, where there is none, `main` */
  readonly base?: string | undefined;
  readonly format: (typeof FORMATS)[number];
}

/** @throws CommandError if an option or its value is unknown */
export function argumentsOf(args: readonly string[]): Arguments {
  const { base, format: given = "table" } = optionsOf(
    args,
    { base: { type: "string" }, format: { type: "string" } },
    "--base <git ref> and --format table|markdown|json",
  );
  const format = FORMATS.find((name) => name === given);
  if (!format) {
    throw new CommandError(
      `--format: expected table, markdown or json, got "${given}"; leave it out for table`,
    );
  }
  return { base, format };
}
