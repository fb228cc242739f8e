import "../../src/constructs/without-stack-traces";
import { readFile } from "node:fs/promises";
import { defineEnvironments } from "../samples/platform";
import { environmentSettings } from "../../src/platform/environments";
import { CommandError } from "../kit/command-error";
import type { Report } from "../reports/changes/report";
import { changedStacks } from "../operate/deploy/changed-stacks";
import { deployOrder, type Manifest } from "../operate/deploy/deploy-order";
import { leftOut } from "../operate/deploy/left-out";
import { optionsOf } from "../kit/options";
import { runCommand } from "../kit/run-command";

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
 * Prints the stacks to apply in their order, as JSON by environment. `--changes <file>` is the output of `npm
 * run changes -- --format json`; without it, all stacks are listed. Stacks that a deploy leaves out are
 * reported in GitHub's form. `--environment <name>` prints the list of one environment instead, which is
 * empty for an unknown one.
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
  const environments = { ...order.environments, ...order.ephemeral };
  if (environment !== undefined) {
    console.log(JSON.stringify(environments[environment] ?? []));
    return 0;
  }
  leftOut(order).forEach((line) => console.error(line));
  console.log(JSON.stringify(environments));
  return 0;
});
