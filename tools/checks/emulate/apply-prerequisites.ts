import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonMap } from "../../terraform-json/json-map";
import { CommandError } from "../../kit/command-error";
import { errorsIn, terraform } from "../../toolbox/terraform";
import { withoutState } from "../../terraform-json/without-state";
import type { Site } from "./emulate-stack";
import { prerequisitesOf } from "./prerequisites";

/** Folder in which Terraform runs, its provider and its surroundings. */
export type Place = Pick<Site, "folder" | "plugins" | "env" | "signal">;

/**
 * Makes in an emulator the things that stacks read and none of them makes.
 *
 * @throws CommandError if that fails
 */
export async function applyPrerequisites(stacks: readonly JsonMap[], site: Place): Promise<void> {
  const resource = prerequisitesOf(stacks);
  const [first] = stacks;
  if (first === undefined || Object.keys(resource).length === 0) {
    return;
  }
  const { terraform: settings = {}, provider = {} } = withoutState(first);
  mkdirSync(site.folder, { recursive: true });
  writeFileSync(
    join(site.folder, "main.tf.json"),
    JSON.stringify({ terraform: settings, provider, resource }),
  );
  for (const args of [
    ["init", `-plugin-dir=${site.plugins}`],
    ["apply", "-auto-approve"],
  ]) {
    const outcome = await terraform(args, site);
    if (outcome.code !== 0) {
      throw new CommandError(`what must exist beforehand cannot be made: ${errorsIn(outcome)}`);
    }
  }
}
