import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { PlatformSettings } from "../../src/settings/define-platform";
import { DEFAULT_PLATFORM, indexOf } from "../toolbox/bundle-platform";
import { platformFolder } from "../toolbox/platform-command";

/**
 * Folder that the variable `PLATFORM_FOLDER` names, with the platform in it; `undefined` if it is the project's own, or
 * below one of the folders that are looked at anyway.
 *
 * @throws CommandError if the folder holds no platform
 */
export function askedPlatform(
  known: readonly string[],
): { readonly folder: string; readonly platform: PlatformSettings } | undefined {
  const folder = platformFolder();
  if ([DEFAULT_PLATFORM, ...known].some((other) => resolve(other) === resolve(folder))) {
    return undefined;
  }
  const index = indexOf(folder);
  const { platform } = createRequire(index)(index) as { platform: PlatformSettings };
  return { folder, platform };
}
