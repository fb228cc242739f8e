import { spawn } from "node:child_process";
import { runLanes } from "./run-lanes";

export interface Check {
  readonly name: string;
  readonly command: readonly string[];

  /**
   * Reason why the check cannot run on this machine.
   *
   * @default - none: it can
   */
  readonly skip?: string | undefined;
}

export interface CheckResult {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  readonly seconds: number;

  /** Everything that the check printed, or why it was skipped. */
  readonly output: string;
}

export interface Progress {
  started(name: string): void;
  finished(result: CheckResult): void;
}

/** Runs lanes of checks side by side, and within a lane one after the other. */
export const runChecks = (lanes: readonly (readonly Check[])[], progress: Progress): Promise<CheckResult[]> =>
  runLanes(lanes, async (check) => {
    progress.started(check.name);
    const result = await run(check);
    progress.finished(result);
    return result;
  });

async function run({ name, command, skip }: Check): Promise<CheckResult> {
  if (skip !== undefined) {
    return { name, outcome: "skipped", seconds: 0, output: skip };
  }
  const start = performance.now();
  const { failed, output } = await outputOf(command);
  const seconds = (performance.now() - start) / 1000;
  return { name, outcome: failed ? "failed" : "passed", seconds, output };
}

function outputOf([program = "", ...args]: readonly string[]): Promise<{ failed: boolean; output: string }> {
  // Keeps the programs of a check from asking the network for updates.
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", DISABLE_VERSION_CHECK: "1" };
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });

  let output = "";
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);

  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ failed: true, output: error.message }));
    child.on("close", (code) => resolve({ failed: code !== 0, output }));
  });
}
