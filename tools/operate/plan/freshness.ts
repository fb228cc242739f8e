import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_PLATFORM } from "../../toolbox/bundle-platform";
import { platformFolder } from "../../toolbox/platform-command";

/** Files and folders that a synth reads. */
const SOURCES = ["main.ts", "src", "modules", ".gen", "package.json", "package-lock.json"];

/**
 * True if the output of the last synth is newer than all its sources. The output does not say of which platform it is: that of
 * a folder beside the project's own never counts.
 */
export function isFresh(project: string, outdir: string): boolean {
  const manifest = join(outdir, "manifest.json");
  return (
    platformFolder() === DEFAULT_PLATFORM &&
    existsSync(manifest) &&
    statSync(manifest).mtimeMs > Math.max(...SOURCES.map((source) => newest(join(project, source))))
  );
}

/** Time of the last change to a file, or in a folder, whose own time shows that files were removed. */
function newest(path: string): number {
  if (!existsSync(path)) {
    return 0;
  }
  const status = statSync(path);
  const inside = status.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(status.mtimeMs, ...inside);
}
