import { type Outcome, runProcess } from "../kit/run-process";

/** Settings of a run of Terraform. */
export interface TerraformOptions {
  readonly folder: string;
  readonly signal: AbortSignal;

  /**
   * Variables on top of those of this process.
   *
   * @default - nothing
   */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Variables of the user's own runs of Terraform, which would make this one do something else, or somewhere
 * else.
 */
const OTHERS = /^(AWS_|TF_(CLI_ARGS|DATA_DIR|WORKSPACE|VAR_|LOG|REATTACH))/;

/**
 * Runs Terraform in a folder of ours and returns its output. The machine decides about the sources of
 * providers: `TF_CLI_CONFIG_FILE` and Terraform's usual folders hold.
 */
export function terraform(
  [subcommand = "", ...args]: readonly string[],
  { folder, signal, env = {} }: TerraformOptions,
): Promise<Outcome> {
  const inherited = Object.entries(process.env).filter(([name]) => !OTHERS.test(name));
  const words = subcommand === "providers" ? args.slice(0, 1) : [];
  return runProcess(["terraform", subcommand, ...words, "-no-color", ...args.slice(words.length)], {
    cwd: folder,
    signal,
    env: {
      ...Object.fromEntries(inherited),
      CHECKPOINT_DISABLE: "1",
      TF_IN_AUTOMATION: "1",
      TF_INPUT: "0",
      // Most of the time goes into reading providers' schemas, which is garbage at once: collect it less
      // often.
      GOGC: "400",
      ...env,
    },
  });
}

/** Errors in Terraform's output, in one line. */
export const errorsIn = ({ stderr }: Outcome): string =>
  stderr
    .replace(/[│╷╵\s]+/g, " ")
    .replace(/^.*?Error: /, "")
    .trim();
