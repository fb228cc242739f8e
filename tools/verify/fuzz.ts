import { basename } from "node:path";
import fastCheck from "fast-check/package.json";
import type { FuzzResult } from "../checks/fuzz/fuzz";
import { runProcess } from "../kit/run-process";
import { digestOf, inputsOf } from "./inputs";
import type { Verification } from "./verdict";

const COMMAND = "tools/cli/fuzz.ts";

/** Configurations of a verification: enough for a minute or two. `npm run fuzz` tries 10,000. */
const RUNS = 3_000;

/**
 * Checks that random environments and access files are refused with the place of the mistake or become sound
 * Terraform, and that a killed synth leaves no file half written.
 */
export const fuzz: Verification = async (progress, signal) => {
  progress(`${RUNS} random configurations`);
  const seed = await seedOf(COMMAND, process.cwd(), signal);
  const seeded = seed === undefined ? [] : ["--seed", String(seed)];
  // A process of its own: nothing else could run in this one meanwhile.
  const { stdout, stderr } = await runProcess(
    [
      process.execPath,
      "tools/cli/run.cjs",
      basename(COMMAND, ".ts"),
      "--json",
      "--runs",
      String(RUNS),
      ...seeded,
    ],
    { cwd: process.cwd(), signal },
  );
  return { tool: "fast-check", version: fastCheck.version, ...resultIn(stdout, stderr) };
};

/**
 * A number below 2^28 from the inputs of a program: a finding comes again on the same inputs, and others are tried with
 * other cases. `undefined` outside a git checkout.
 */
export async function seedOf(
  program: string,
  project: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const inputs = await inputsOf(program, project, signal);
  return inputs && Number.parseInt(digestOf(inputs.files, project).slice(0, 7), 16);
}

/** Result of `npm run fuzz -- --json`, or a failure without one. */
export function resultIn(stdout: string, stderr: string): FuzzResult {
  try {
    return JSON.parse(stdout) as FuzzResult;
  } catch {
    return { checked: "nothing", findings: [`npm run fuzz breaks down: ${stderr.trim()}`] };
  }
}
