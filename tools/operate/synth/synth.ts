import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { openStaging } from "../../../src/output/publish";
import { bundlePlatform } from "../../toolbox/bundle-platform";
import type { SynthArguments } from "./arguments";
import { publishOnly } from "./publish-only";
import { run } from "./run";
import { totals } from "./totals";

const BUNDLE = "node_modules/.cache/platform/main.cjs";

/** Exit code of the command, and its line on stderr. */
export interface SynthOutcome {
  readonly code: number;
  readonly stderr?: string;
}

/**
 * Synthesises a platform.
 *
 * @throws CommandError if the platform's folder or a stack's name is wrong
 */
export async function synth({ platform, only, out }: SynthArguments, silent: boolean): Promise<SynthOutcome> {
  const start = performance.now();
  await bundlePlatform(platform, BUNDLE);
  const ok = only.length === 0 ? isDone(out) : runOnly(only, out);
  if (!ok || silent) {
    return { code: ok ? 0 : 1 };
  }
  const names = only.length > 0 ? [...new Set(only)] : stacksIn(out);
  return { code: 0, stderr: totals(names, out, performance.now() - start) };
}

function runOnly(only: readonly string[], out: string): boolean {
  const whole = openStaging(out);
  try {
    const ok = isDone(whole);
    if (ok) {
      publishOnly([...new Set(only)], whole, out);
    }
    return ok;
  } finally {
    rmSync(whole, { recursive: true, force: true });
  }
}

/** Synthesises into a folder. Returns false if there are problems. */
const isDone = (out: string): boolean => run(BUNDLE, { CDKTF_OUTDIR: resolve(out) }) !== undefined;

const stacksIn = (out: string): string[] =>
  Object.keys((JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as { stacks: object }).stacks);
