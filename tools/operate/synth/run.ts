import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { CommandError } from "../../kit/command-error";

/** Errors whose message tells an author everything. */
const EXPECTED = new Set(["ConfigurationError", "VerificationError"]);

/**
 * Runs a bundle in this process, so that CDKTF loads once. Returns if the bundle succeeded: it reports its own problems.
 *
 * @throws CommandError if a module of the platform throws while it loads
 */
export function run(bundle: string, platform: string, outdir: string): boolean {
  process.env.CDKTF_OUTDIR = outdir;
  const load = createRequire(resolve(bundle));
  try {
    load(resolve(bundle));
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
    const [line = ""] = message.split("\n");
    const file = error instanceof Error ? sourceOf(error, bundle) : undefined;
    throw new CommandError(EXPECTED.has(name) ? message : `${file ?? platform}: throws ${name}: ${line}`);
  }
  return (process.exitCode ?? 0) === 0;
}

/** Comment that esbuild puts before each file of a bundle. */
const FILE = /^\/\/ (\S+\.ts)$/;

/** Finds the source file of the line of a bundle that threw an error; `undefined` if other code threw it. */
function sourceOf({ stack = "" }: Error, bundle: string): string | undefined {
  const [, frame = ""] = stack.split(resolve(bundle));
  const line = Number(/^:(\d+)/.exec(frame)?.[1]);
  if (Number.isNaN(line)) {
    return undefined;
  }
  const above = readFileSync(bundle, "utf8").split("\n").slice(0, line);
  return above.findLast((text) => FILE.test(text))?.replace(FILE, "$1");
}
