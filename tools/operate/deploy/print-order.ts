import "../../../src/constructs/without-stack-traces";
import { readFile } from "node:fs/promises";
import { CommandError } from "../../kit/command-error";
import { githubOf } from "../../kit/github";
import type { Report } from "../../reports/changes/report";
import {
  defineEnvironments,
  environmentSettings,
  registry as containerRegistry,
} from "../../samples/platform";
import { applyLists } from "./apply-lists";
import { changedStacks } from "./changed-stacks";
import { deployOrder, type Manifest } from "./deploy-order";
import { leftOut } from "./left-out";
import { planMatrix } from "./plan-matrix";
import { changesSinceLastDeploy } from "./since-last-deploy";

const registryEnvironment = containerRegistry === false ? undefined : containerRegistry.environment;

async function read(file: string, command: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new CommandError(
      `${file}: expected what ${command} writes, got ${(error as Error).message}; run it first`,
    );
  }
}

/** Choice of what to print. */
interface Choice {
  /** File with the output of `npm run changes -- --format json`. */
  readonly changes: string | undefined;

  /** Signal that ends the comparison with the last deploy; none where there is no comparison. */
  readonly since: AbortSignal | undefined;

  /** Environment whose list is printed alone, empty if there is no such environment. */
  readonly environment: string | undefined;
}

/** Changes to put in order; none where every stack counts as changed. */
async function reportOf({ changes, since }: Choice): Promise<Report | undefined> {
  if (since !== undefined) {
    const project = process.cwd();
    return changesSinceLastDeploy({
      project,
      signal: since,
      github: githubOf(project, since),
      // On stderr, which GitHub reads as well: stdout is the order.
      notice: (text) => console.error(`::notice::${text}`),
    });
  }
  return changes === undefined
    ? undefined
    : ((await read(changes, "npm run changes -- --format json")) as Report);
}

/** Prints what to apply and to plan, in order, as JSON, and on stderr what a deploy leaves out. */
export async function printOrder(choice: Choice): Promise<void> {
  const { environment } = choice;
  const manifest = (await read("cdktf.out/manifest.json", "npm run synth")) as Manifest;
  const report = await reportOf(choice);
  const changed = report === undefined ? Object.keys(manifest.stacks) : changedStacks(report);

  const order = deployOrder(manifest, changed, defineEnvironments(environmentSettings));
  if (environment !== undefined) {
    console.log(JSON.stringify({ ...order.environments, ...order.ephemeral }[environment] ?? []));
    return;
  }
  leftOut(order).forEach((line) => console.error(line));
  const plan = planMatrix(order, registryEnvironment);
  console.log(JSON.stringify({ apply: applyLists(order), plan, notDeployed: order.notDeployed }));
}
