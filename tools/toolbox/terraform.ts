import { type Outcome, type Output, runProcess } from "../kit/run-process";

/** Settings of a run of Terraform. */
export interface TerraformOptions {
  readonly folder: string;
  readonly signal: AbortSignal;

  /**
   * Path of the program.
   *
   * @default "terraform" on the PATH
   */
  readonly program?: string;

  /**
   * Variables on top of those of this process.
   *
   * @default - nothing
   */
  readonly env?: Readonly<Record<string, string>>;

  /**
   * Signal that ends Terraform. `SIGKILL` leaves its locks.
   *
   * @default "SIGINT"
   */
  readonly stopWith?: "SIGINT" | "SIGKILL";

  /**
   * Run on behalf of a user: their variables hold, and they see the output while Terraform runs.
   *
   * @default - variables of the user's own runs are left out
   */
  readonly user?: TerraformUser;
}

/** User on whose behalf Terraform runs. */
export interface TerraformUser {
  readonly env: NodeJS.ProcessEnv;
  readonly output: Output;

  /** True if the user sees colours. */
  readonly colours: boolean;
}

/**
 * Variables of the user's own runs of Terraform, which would make this one do something else, or somewhere
 * else.
 */
const OTHERS = /^(AWS_|TF_(CLI_ARGS|DATA_DIR|WORKSPACE|VAR_|LOG|REATTACH))/;

/**
 * Runs Terraform and returns its output. The machine decides about the sources of providers: `TF_CLI_CONFIG_FILE` and
 * Terraform's usual folders hold. A run that is interrupted with `SIGINT` releases its locks before it ends.
 */
export function terraform(
  [subcommand = "", ...args]: readonly string[],
  { folder, signal, program = "terraform", env = {}, user, stopWith = "SIGINT" }: TerraformOptions,
): Promise<Outcome> {
  const words = subcommand === "providers" ? args.slice(0, 1) : [];
  const colours = user?.colours ? [] : ["-no-color"];
  return runProcess([program, subcommand, ...words, ...colours, ...args.slice(words.length)], {
    cwd: folder,
    signal,
    output: user?.output,
    stopWith,
    // Its providers would go on without it, and without end.
    tied: true,
    env: { ...(user?.env ?? ownEnvironment()), TF_INPUT: "0", ...env },
  });
}

const ownEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OTHERS.test(name))),
  CHECKPOINT_DISABLE: "1",
  TF_IN_AUTOMATION: "1",
  // Most of the time goes into reading providers' schemas, which is garbage at once: collect it less often.
  GOGC: "400",
});

/** Errors in Terraform's output, in one line. */
export const errorsIn = ({ stderr }: Outcome): string =>
  stderr
    .replace(/[│╷╵\s]+/g, " ")
    .replace(/^.*?Error: /, "")
    .trim();
