import { createRequire } from "node:module";
import { resolve } from "node:path";

/**
 * Runs a bundle in this process, so that CDKTF loads once. Returns true if the bundle succeeded: it reports its own
 * problems.
 */
export function run(bundle: string, outdir: string): boolean {
  process.env.CDKTF_OUTDIR = outdir;
  try {
    createRequire(resolve(bundle))(resolve(bundle));
  } finally {
    process.setSourceMapsEnabled(true);
  }
  return (process.exitCode ?? 0) === 0;
}
