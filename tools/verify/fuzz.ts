import fastCheck from "fast-check/package.json";
import type { FuzzResult } from "../checks/fuzz/fuzz";
import { runProcess } from "../kit/run-process";
import { seedOfCheckout } from "./seed-of-checkout";
import type { Verification } from "./verdict";

/** Configurations of a verification: enough for a few minutes. `npm run fuzz` tries 10,000. */
const RUNS = 3_000;

/**
 * Checks that random environments and access files are refused with the place of the mistake or become sound
 * Terraform, and that a killed synth leaves no file half written.
 */
export const fuzz: Verification = async (progress, signal) => {
  progress(`${RUNS} random configurations`);
  const seed = await seedOfCheckout(process.cwd(), signal);
  const seeded = seed === undefined ? [] : ["--seed", String(seed)];
  // A process of its own: nothing else could run in this one meanwhile.
  const { stdout, stderr } = await runProcess(
    [process.execPath, "tools/cli/run.cjs", "fuzz", "--json", "--runs", String(RUNS), ...seeded],
    { cwd: process.cwd(), signal },
  );
  return { tool: "fast-check", version: fastCheck.version, ...resultIn(stdout, stderr) };
};

/** Result of `npm run fuzz -- --json`, or a failure without one. */
export function resultIn(stdout: string, stderr: string): FuzzResult {
  try {
    return JSON.parse(stdout) as FuzzResult;
  } catch {
    return { checked: "nothing", findings: [`npm run fuzz breaks down: ${stderr.trim()}`] };
  }
}
