import { resolve } from "node:path";
import Module from "node:module";
import type { CommandLine, Options } from "../kit/command";
import { type Command, defineCommand, type Run } from "../kit/run-command";
import { DEFAULT_PLATFORM, indexOf } from "./bundle-platform";

/** Option that names the folder of a platform. */
export const PLATFORM_OPTION = {
  platform: {
    value: "folder",
    help: `folder whose index.ts exports \`platform: PlatformSettings\` (PLATFORM_FOLDER, or ${DEFAULT_PLATFORM})`,
  },
} as const;

/** Folder of the platform that a command line or the variable `PLATFORM_FOLDER` names, or else the project's own. */
export const platformFolder = (asked?: string): string =>
  asked ?? (process.env.PLATFORM_FOLDER || DEFAULT_PLATFORM);

/**
 * Command about the platform of a folder, which `--platform` names. It must load what reads the platform only once it
 * runs.
 */
export const platformCommand = <const O extends Options>(line: CommandLine<O>, run: Run<O>): Command =>
  defineCommand({ ...line, options: { ...line.options, ...PLATFORM_OPTION } }, (asked, signal) => {
    const { platform } = asked.options as { readonly platform: string | undefined };
    usePlatform(platformFolder(platform));
    return run(asked, signal);
  });

/**
 * Has later imports of src/platform find the platform of another folder, as do the programs that this one starts.
 *
 * @throws CommandError if the folder holds no platform
 */
function usePlatform(folder: string): void {
  if (folder === DEFAULT_PLATFORM) {
    return;
  }
  const index = indexOf(folder);
  process.env.PLATFORM_FOLDER = folder;
  const own = resolve(DEFAULT_PLATFORM, "index.ts");
  const resolution = Module as unknown as { _resolveFilename(...args: readonly unknown[]): string };
  // Node.js 20 has no other way: its hooks are for modules of ECMAScript alone, and these are CommonJS.
  const original = resolution._resolveFilename.bind(resolution);
  resolution._resolveFilename = (...args) => {
    const path = original(...args);
    return path === own ? index : path;
  };
}
