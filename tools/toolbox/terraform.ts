import { type Outcome, runProcess } from "../kit/run-process";

/** Where and how Terraform runs. */
export interface TerraformOptions {
  readonly folder: string;
  readonly signal: AbortSignal;

  /**
   * On top of what this process has.
   *
   * @default - nothing
   */
  readonly env?: Readonly<Record<string, string>>;
}

/** Settings of somebody's own runs of Terraform, which would make this one do something else, or somewhere else. */
const OTHERS = /^(AWS_|TF_(CLI_ARGS|DATA_DIR|WORKSPACE|VAR_|LOG|REATTACH))/;

/**
 * Runs Terraform in a folder of ours and returns what it said. Where it finds providers is the machine's business:
 * `TF_CLI_CONFIG_FILE` and the folders that Terraform looks into by itself hold.
 */
export function terraform(
  [subcommand = "", ...args]: readonly string[],
  { folder, signal, env = {} }: TerraformOptions,
): Promise<Outcome> {
  const inherited = Object.entries(process.env).filter(([name]) => !OTHERS.test(name));
  return runProcess(["terraform", subcommand, "-no-color", ...args], {
    cwd: folder,
    signal,
    env: {
      ...Object.fromEntries(inherited),
      CHECKPOINT_DISABLE: "1",
      TF_IN_AUTOMATION: "1",
      TF_INPUT: "0",
      // Most of the time goes into reading what providers can do, which is garbage at once: collect it less often.
      GOGC: "400",
      ...env,
    },
  });
}

/** The errors among what Terraform said, in one line. */
export const errorsIn = ({ stderr }: Outcome): string =>
  stderr
    .replace(/[│╷╵\s]+/g, " ")
    .replace(/^.*?Error: /, "")
    .trim();
