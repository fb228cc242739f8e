import { spawn } from "node:child_process";

export interface Process {
  readonly cwd: string;

  /** Ends the process and all that it has started. */
  readonly signal: AbortSignal;

  /** @default - that of this process */
  readonly env?: NodeJS.ProcessEnv;
}

export interface Outcome {
  /** 127 where there is no such program. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end and returns what it printed.
 *
 * @throws where the signal is given, once the program has ended
 */
export async function runProcess(
  [program = "", ...args]: readonly string[],
  { cwd, signal, env }: Process,
): Promise<Outcome> {
  signal.throwIfAborted();
  // A group of its own, so that one signal reaches npm, its shell and what that runs.
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const end = () => {
    try {
      process.kill(-Number(child.pid), "SIGTERM");
    } catch {
      // It has ended by itself.
    }
  };
  signal.addEventListener("abort", end, { once: true });

  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));

  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" ? resolve(127) : reject(error),
    );
    child.on("close", (status) => resolve(status ?? 1));
  });
  signal.removeEventListener("abort", end);
  signal.throwIfAborted();
  return { code, stdout, stderr };
}
