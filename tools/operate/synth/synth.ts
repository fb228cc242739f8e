import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { openStaging } from "../../../src/output/publish";
import { bundlePlatform } from "../../toolbox/bundle-platform";
import { argumentsOf, HELP } from "./arguments";
import { publishOnly } from "./publish-only";
import { run } from "./run";
import { totals } from "./totals";

const BUNDLE = "node_modules/.cache/platform/main.cjs";

/** Output of the command, by stream. */
export interface SynthOutcome {
  readonly code: number;
  readonly stdout?: string;
  readonly stderr?: string;
}

/**
 * Synthesises a platform.
 *
 * @throws CommandError if the options or the platform's folder are wrong
 */
export async function synth(args: readonly string[], silent: boolean): Promise<SynthOutcome> {
  const start = performance.now();
  const { platform, only, out, help } = argumentsOf(args);
  if (help) {
    return { code: 0, stdout: HELP };
  }
  await bundlePlatform(platform, BUNDLE);
  const ok = only.length === 0 ? run(BUNDLE, platform, resolve(out)) : runOnly(only, platform, out);
  if (!ok || silent) {
    return { code: ok ? 0 : 1 };
  }
  const names = only.length > 0 ? [...new Set(only)] : stacksIn(out);
  return { code: 0, stderr: totals(names, out, performance.now() - start) };
}

function runOnly(only: readonly string[], platform: string, out: string): boolean {
  const whole = openStaging(out);
  try {
    const ok = run(BUNDLE, platform, resolve(whole));
    if (ok) {
      publishOnly([...new Set(only)], whole, out);
    }
    return ok;
  } finally {
    rmSync(whole, { recursive: true, force: true });
  }
}

const stacksIn = (out: string): string[] =>
  Object.keys((JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as { stacks: object }).stacks);
