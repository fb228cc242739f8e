import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../../kit/command-error";
import type { Environment } from "../../../src/settings/environment/environment";
import { findStack, type SynthesisedStack } from "../../terraform-json/stack";
import type { Manifest } from "../deploy/deploy-order";
import type { HcpTerraform } from "../hcp/api";
import { applyInTurn, applyPlans } from "./apply";
import type { RunArguments } from "./arguments";
import { originOf } from "./origin";
import { planRound, type Round } from "./round";
import { row } from "./row";
import { speculate } from "./speculate";
import { environmentNamed, connectionTo } from "./connection";

export interface Runs {
  readonly args: RunArguments;

  /** Folder of the synthesised stacks. */
  readonly outdir: string;
  readonly environments: readonly Environment[];
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;

  /** Prints a line of the summary. */
  readonly print: (line: string) => void;

  /** Hands a value on to later jobs. */
  readonly output: (name: string, value: string) => void;

  /** @default - the request of the platform that this runs on */
  readonly request?: typeof fetch;

  /** @default - that of `HcpTerraform` */
  readonly milliseconds?: number;
}

const TABLE = "\n| Stack | Plan | |\n| --- | --- | --- |";

/** Has HCP Terraform plan or apply stacks of one environment. Returns the exit code: 1 where a plan failed. */
export async function runs(all: Runs): Promise<number> {
  const { args, env, signal, print, request, milliseconds } = all;
  const environment = environmentNamed(args.environment, all.environments);
  if (environment === undefined) {
    return unknown(args, print);
  }
  const hcp = { ...connectionTo(environment, env, signal), request, milliseconds };
  const origin = originOf(env);
  const stacks = args.stacks.map((id) => findStack(all.outdir, id));

  switch (args.action) {
    case "speculate": {
      const results = await speculate(hcp, origin, stacks);
      writeRows(args.rows, results);
      print(TABLE);
      results.forEach((result) => print(result.row));
      return results.some(({ failed }) => failed) ? 1 : 0;
    }
    case "plan":
      return planFor(hcp, stacks, all);
    case "apply":
      await applyPlans(hcp, origin, (read(args.plans) as Round).plans, print);
      return 0;
    case "deploy":
    case "destroy":
      await applyInTurn(hcp, origin, stacks, { destroy: args.action === "destroy", report: print });
      return 0;
  }
}

async function planFor(hcp: HcpTerraform, stacks: readonly SynthesisedStack[], all: Runs): Promise<number> {
  const { args, outdir, env, print, output } = all;
  const manifest = read(join(outdir, "manifest.json")) as Manifest;
  const round = await planRound(stacks, manifest, { hcp, origin: originOf(env) });
  writeFileSync(args.plans, JSON.stringify(round));
  output("pending", String(round.plans.length > 0));
  output("rest", JSON.stringify(round.rest));
  print(TABLE);
  round.rows.forEach(print);
  return round.failed.length > 0 ? 1 : 0;
}

/** A pull request may bring an environment that the checkout, which is its base, does not have. */
function unknown({ action, environment, stacks, rows }: RunArguments, print: (line: string) => void): number {
  if (action !== "speculate") {
    throw new CommandError(
      `--environment: expected an environment of src/platform/environments, got "${environment}"; name one of them`,
    );
  }
  const reason = `not planned: ${environment} is not in the base branch yet`;
  writeRows(
    rows,
    stacks.map((stack) => ({ stack, row: row(stack, reason) })),
  );
  print(reason);
  return 0;
}

function writeRows(folder: string, rows: readonly { readonly stack: string; readonly row: string }[]): void {
  mkdirSync(folder, { recursive: true });
  rows.forEach(({ stack, row: text }) => writeFileSync(join(folder, `${stack}.md`), `${text}\n`));
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
