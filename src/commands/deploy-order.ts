import "../constructs/without-stack-traces";
import { readFile } from "node:fs/promises";
import { defineEnvironments } from "../config/define-environment";
import { permanentSettings } from "../config/environments";
import { CommandError } from "./command-error";
import type { Report } from "./changes/report";
import { changedStacks } from "./deploy/changed-stacks";
import { deployOrder, type Manifest } from "./deploy/deploy-order";
import { optionsOf } from "./options";
import { runCommand } from "./run-command";

const OPTIONS = { changes: { type: "string" } } as const;

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
 * Prints what to apply and in which order, as JSON by environment. `--changes <file>` is what
 * `npm run changes -- --format json` said; without it, everything. What it leaves out it warns about, as GitHub
 * shows it.
 */
void runCommand(async () => {
  const { changes } = optionsOf(process.argv.slice(2), OPTIONS, "--changes <file>");
  const manifest = (await read("cdktf.out/manifest.json", "npm run synth")) as Manifest;
  const changed =
    changes === undefined
      ? Object.keys(manifest.stacks)
      : changedStacks((await read(changes, "npm run changes -- --format json")) as Report);

  const order = deployOrder(manifest, changed, defineEnvironments(permanentSettings));
  for (const id of order.byHand) {
    console.error(`::warning::${id} is applied by hand`);
  }
  for (const id of order.gone) {
    console.error(`::warning::${id} is gone; what its workspace made stays until somebody destroys it`);
  }
  console.log(JSON.stringify(order.environments));
  return 0;
});
