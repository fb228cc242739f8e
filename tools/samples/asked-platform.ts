import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { definePlatform, type Platform, type PlatformSettings } from "../../src/settings/define-platform";
import type { Environment } from "../../src/settings/environment/environment";
import { clusterLabel } from "../../src/settings/environment/stack-names";
import { CommandError } from "../kit/command-error";
import { DEFAULT_PLATFORM, indexOf } from "../toolbox/bundle-platform";
import { platformFolder } from "../toolbox/platform-command";

/**
 * Platform that the variable `PLATFORM_FOLDER` names, by its folder's name; none if it is the project's own, or one of the
 * folders that are looked at anyway.
 *
 * @param others - environments that are looked at anyway
 * @throws CommandError if the folder holds no platform, or clusters whose stacks have the names of others' stacks
 */
export function askedPlatform(
  known: readonly string[],
  others: () => readonly Environment[],
): Readonly<Record<string, Platform>> {
  const folder = platformFolder();
  if ([DEFAULT_PLATFORM, ...known].some((other) => resolve(other) === resolve(folder))) {
    return {};
  }
  const index = indexOf(folder);
  const { platform } = createRequire(index)(index) as { platform: PlatformSettings };
  const defined = definePlatform(platform);
  const taken = new Set(labelsOf(others()));
  const again = labelsOf(defined.environments).filter((label) => taken.has(label));
  if (again.length > 0) {
    throw new CommandError(
      `${folder}: expected clusters whose stacks end otherwise than those of the repository's platforms, got ${again.join(", ")}; ` +
        "verifications tell stacks apart by that: copy the folder, rename these environments there, and name the copy",
    );
  }
  return { [basename(folder)]: defined };
}

/** Names that the stacks of clusters end in. */
const labelsOf = (environments: readonly Environment[]): string[] =>
  environments.flatMap(({ clusters }) => clusters.map(clusterLabel));
