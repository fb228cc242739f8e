import "../../src/constructs/without-stack-traces";
import { readFile } from "node:fs/promises";
import { defineEnvironments, registry as containerRegistry } from "../samples/platform";
import { environmentSettings } from "../../src/platform/environments";
import { CommandError } from "../kit/command-error";
import type { Report } from "../reports/changes/report";
import { changedStacks } from "../operate/deploy/changed-stacks";
import { deployOrder, type Manifest } from "../operate/deploy/deploy-order";
import { planMatrix } from "../operate/deploy/plan-matrix";
import { leftOut } from "../operate/deploy/left-out";
import { optionsOf } from "../kit/options";
import { runCommand } from "../kit/run-command";

const registryEnvironment = containerRegistry === false ? undefined : containerRegistry.environment;

const OPTIONS = { changes: { type: "string" }, environment: { type: "string" } } as const;

async function read(file: string, command: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new CommandError(
      `${file}: expected what ${command} writes, got ${(error as Error).message}; run it first`,
    );
  }
}

/**
 * Prints, as JSON, which stacks to apply and to plan, in order. `--changes <file>` has what
 * `npm run changes -- --format json` said; without it, everything. Stacks that a deploy leaves out go to stderr, in the
 * words of GitHub. `--environment <name>` prints the list of one environment, empty where there is no such.
 */
void runCommand(async () => {
  const usage = "--changes <file> or --environment <name>";
  const { changes, environment } = optionsOf(process.argv.slice(2), OPTIONS, usage);
  const manifest = (await read("cdktf.out/manifest.json", "npm run synth")) as Manifest;
  const changed =
    changes === undefined
      ? Object.keys(manifest.stacks)
      : changedStacks((await read(changes, "npm run changes -- --format json")) as Report);

  const order = deployOrder(manifest, changed, defineEnvironments(environmentSettings));
  if (environment !== undefined) {
    console.log(JSON.stringify({ ...order.environments, ...order.ephemeral }[environment] ?? []));
    return 0;
  }
  leftOut(order).forEach((line) => console.error(line));
  const { registry, environments, notDeployed } = order;
  const apply = { registry, ...environments };
  console.log(JSON.stringify({ apply, plan: planMatrix(order, registryEnvironment), notDeployed }));
  return 0;
});
