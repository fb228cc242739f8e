import { spawn } from "node:child_process";

/** Destination of a program's output while it runs. */
export interface Output {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Folder, environment and end of a program's run. */
export interface Process {
  readonly cwd: string;

  /** Signal that ends the process and its children. */
  readonly signal: AbortSignal;

  /** @default - that of this process */
  readonly env?: NodeJS.ProcessEnv;

  /**
   * Streams that show the output while the program runs.
   *
   * @default - the output is only returned
   */
  readonly output?: Output;

  /**
   * Signal that the program gets when it is to end.
   *
   * @default "SIGTERM"
   */
  readonly stopWith?: "SIGINT" | "SIGTERM" | "SIGKILL";

  /**
   * Ends the program and its children with this process, even if a signal that cannot be caught ends that.
   *
   * @default false
   */
  readonly tied?: boolean;
}

/**
 * Shell that runs a program in a group of processes, all of which end once its standard input closes: the system
 * closes it when the process at its other end is gone. A signal to the group is the program's to answer: the shell waits for
 * its end.
 */
const TIE = `
trap : INT TERM
exec 3<&0 </dev/null
{ read -r line <&3; kill -KILL 0; } >/dev/null 2>&1 &
watcher=$!
exec 3<&-
"$@"
code=$?
kill -KILL "$watcher" 2>/dev/null
exit "$code"
`;

/** Exit code and output of a program. */
export interface Outcome {
  /** Exit code; 127 if there is no such program. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end and returns what it printed.
 *
 * @throws if the signal is given, once the program has ended
 */
export async function runProcess(
  words: readonly string[],
  { cwd, signal, env, output, stopWith = "SIGTERM", tied = false }: Process,
): Promise<Outcome> {
  signal.throwIfAborted();
  // A process group of its own, so that one signal reaches npm, its shell and the program.
  const [program = "", ...args] = tied ? ["/bin/sh", "-c", TIE, "tied", ...words] : words;
  const child = spawn(program, args, { cwd, env, detached: true, stdio: "pipe" });
  if (!tied) {
    child.stdin.end();
  }
  // A program that is not there, or has ended, reads nothing.
  child.stdin.on("error", () => undefined);
  const end = () => {
    try {
      process.kill(-Number(child.pid), stopWith);
    } catch {
      // The process has ended already.
    }
  };
  signal.addEventListener("abort", end, { once: true });

  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));

  if (output) {
    child.stdout.pipe(output.stdout, { end: false });
    child.stderr.pipe(output.stderr, { end: false });
  }

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
