import "../../../src/output/load-later";
import "../../../src/constructs/without-stack-traces";
import { parentPort } from "node:worker_threads";
import { definePlatform } from "../../../src/settings/define-platform";
import { affectedBy } from "../../../src/settings/products/affected";
import { platform } from "../../../src/platform";
import { PlatformApp } from "../../../src/output/platform-app";
import { reportFailure } from "../../../src/output/report-failure";
import { claimsOf, type StackMaker, writeInTurn } from "../../../src/output/write-in-turn";
import { tenantStacks } from "../../../src/stacks/tenants";
import { helperOf, type HelpersTask, taskOfHelper } from "./helper-thread";

/**
 * Checks the whole platform, and synthesises the stacks of tenants alone: `npm run synth -- --only tenants`. Other
 * stacks' code is not even loaded. `CHANGED_PRODUCTS` is a list of files as JSON; without it, all tenants have theirs.
 */
const { CHANGED_PRODUCTS: changed } = process.env;

const app = new PlatformApp({}, "stay");

/** Names of the stacks that were synthesised; `undefined` after a failure, which is reported by then. */
export const stacks = run();

async function run(): Promise<readonly string[] | undefined> {
  const task = taskOfHelper();
  if (task !== undefined) {
    help(task);
    return [];
  }
  try {
    const makers = wantedStacks();
    return await app.synthInTurn(makers, helperOf(__filename, makers.length));
  } catch (error) {
    reportFailure(error);
    return undefined;
  }
}

function wantedStacks(): StackMaker[] {
  const { environments, tenants } = definePlatform(platform);
  const files = changed === undefined ? undefined : new Set(JSON.parse(changed) as string[]);
  return tenantStacks(environments, tenants, affectedBy(files, tenants.products?.tenants ?? []));
}

/** Writes stacks that the thread which started this one has not claimed. */
function help({ staging, counter }: HelpersTask): void {
  parentPort!.postMessage(
    writeInTurn(app, wantedStacks(), claimsOf(counter), { staging, outdir: app.outdir }),
  );
}
