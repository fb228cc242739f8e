import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a synth reads. */
const SOURCES = ["main.ts", "src", "modules", ".gen", "package.json", "package-lock.json"];

/** Whether the output of the last synth is newer than all that it was made from. */
export function isFresh(project: string, outdir: string): boolean {
  const manifest = join(outdir, "manifest.json");
  return (
    existsSync(manifest) &&
    statSync(manifest).mtimeMs > Math.max(...SOURCES.map((source) => newest(join(project, source))))
  );
}

/** The last change to a file, or in a folder, whose own time tells of files that are gone. */
function newest(path: string): number {
  if (!existsSync(path)) {
    return 0;
  }
  const status = statSync(path);
  const inside = status.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(status.mtimeMs, ...inside);
}
