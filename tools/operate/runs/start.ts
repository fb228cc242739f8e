import "../../../src/constructs/without-stack-traces";
import { appendFileSync } from "node:fs";
import { defineEnvironments, environmentSettings } from "../../samples/platform";
import type { RunArguments } from "./arguments";
import { runs } from "./runs";

const { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY } = process.env;

function print(line: string): void {
  console.log(line);
  if (GITHUB_STEP_SUMMARY) {
    appendFileSync(GITHUB_STEP_SUMMARY, `${line}\n`);
  }
}

function output(name: string, value: string): void {
  if (GITHUB_OUTPUT) {
    appendFileSync(GITHUB_OUTPUT, `${name}=${value}\n`);
  }
}

/** Starts runs over the synthesised stacks of the platform, and tells GitHub's step what came of them. */
export const start = (args: RunArguments, signal: AbortSignal): Promise<number> =>
  runs({
    args,
    outdir: "cdktf.out",
    environments: defineEnvironments(environmentSettings),
    env: process.env,
    signal,
    print,
    output,
  });
