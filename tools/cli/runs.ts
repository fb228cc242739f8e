import "../../src/constructs/without-stack-traces";
import { appendFileSync } from "node:fs";
import { defineEnvironments } from "../samples/platform";
import { environmentSettings } from "../../src/platform/environments";
import { runArguments } from "../operate/runs/arguments";
import { runs } from "../operate/runs/runs";
import { runCommand } from "../kit/run-command";

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

/** Has HCP Terraform plan or apply synthesised stacks, for the workflows: docs/deploying.md. */
void runCommand((signal) =>
  runs({
    args: runArguments(process.argv.slice(2)),
    outdir: "cdktf.out",
    environments: defineEnvironments(environmentSettings),
    env: process.env,
    signal,
    print,
    output,
  }),
);
