import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Shell that runs a program until a line arrives at its standard input, or that input closes. The system
 * closes it when the process at its other end is gone, even if a signal that cannot be caught ended that
 * process; nothing else is left then to remove the folder.
 */
const SUPERVISOR = `
folder=$1
shift
exec 3<&0 </dev/null
"$@" 3<&- &
program=$!
{
  read -r line <&3 || gone=yes
  kill -KILL "$program"
  [ -z "$gone" ] || rm -rf "$folder"
} 2>/dev/null &
watcher=$!
exec 3<&-
wait "$program"
[ "$?" -eq 137 ] || kill "$watcher" 2>/dev/null
`;

/** A server that runs in the background. */
export interface TiedProcess {
  /** Last line of its output, once it has ended. */
  readonly ended: Promise<string>;

  /** Ends it at once, and waits for its end. */
  stop(): Promise<void>;
}

/**
 * Starts a server that ends with this process, however this process ends.
 *
 * @param folder - everything that the server writes; goes with this process
 * @param env - variables of its environment
 */
export function startTied(
  [program = "", ...args]: readonly string[],
  folder: string,
  name: string,
  env: NodeJS.ProcessEnv = process.env,
): TiedProcess {
  const logFile = join(folder, `${name}.log`);
  const log = openSync(logFile, "w");
  const child = spawn("/bin/sh", ["-c", SUPERVISOR, name, folder, program, ...args], {
    stdio: ["pipe", log, log],
    // A group of its own: Ctrl-C in a terminal reaches this process alone, which then stops its servers.
    detached: true,
    env,
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  // The supervisor reads no more once its program has ended.
  child.stdin!.on("error", () => undefined);
  return {
    ended: exited.then(() => {
      child.stdin!.destroy();
      return lastLineOf(logFile);
    }),
    async stop() {
      child.stdin!.end("stop\n");
      await exited;
    },
  };
}

const lastLineOf = (file: string): string =>
  readFileSync(file, "utf8").trim().split("\n").at(-1) || "it printed nothing";
