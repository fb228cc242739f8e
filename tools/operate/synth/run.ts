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
    throw new CommandError(EXPECTED.has(name) ? message : `${platform}: throws ${name}: ${line}`);
  }
  return (process.exitCode ?? 0) === 0;
}
