import { spawn } from "node:child_process";
import { CommandError } from "../../kit/command-error";

/** Destination of Terraform's output while it runs. */
export interface Output {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;

  /** True if the reader sees colours. */
  readonly colours: boolean;
}

export interface TerraformRun {
  readonly code: number;

  /** Everything that it printed. */
  readonly text: string;
}

export interface TerraformProcess {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly output: Output;
  readonly signal: AbortSignal;
}

/**
 * Runs Terraform, and passes on its output. When interrupted, it ends by itself and releases its locks first.
 *
 * @throws CommandError if there is no Terraform
 */
export function terraform(
  [subcommand = "", ...args]: readonly string[],
  { folder, env, output: { stdout, stderr, colours }, signal }: TerraformProcess,
): Promise<TerraformRun> {
  const all = [subcommand, "-input=false", ...(colours ? [] : ["-no-color"]), ...args];
  // In a process group of its own it gets one signal for one Ctrl-C; a second would make it drop its locks.
  const stdio = ["ignore", "pipe", "pipe"] as const;
  const child = spawn("terraform", all, { cwd: folder, env, detached: true, stdio: [...stdio] });
  signal.addEventListener("abort", () => child.kill("SIGINT"), { once: true });

  let text = "";
  const collect = (chunk: Buffer) => (text += chunk.toString());
  child.stdout.on("data", collect).pipe(stdout, { end: false });
  child.stderr.on("data", collect).pipe(stderr, { end: false });

  return new Promise((resolve, reject) => {
    child.on("error", () => reject(new CommandError(MISSING)));
    child.on("close", (code) => resolve({ code: code ?? 1, text }));
  });
}

const MISSING =
  "terraform: expected version 1.11 or later on the PATH, got none; get it from https://developer.hashicorp.com/terraform/install";
