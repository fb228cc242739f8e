import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * Writes the TypeScript bindings of every module in `cdktf.json` into a folder of its own. Needs terraform on
 * the PATH, and no network.
 *
 * @throws with CDKTF's whole output if it fails
 */
export function generateBindings(outdir: string): void {
  rmSync(outdir, { recursive: true, force: true });
  const { status, stdout, stderr, error } = spawnSync(
    "node_modules/.bin/cdktf",
    ["get", "--force", "--output", outdir],
    { encoding: "utf8", env: { ...process.env, CHECKPOINT_DISABLE: "1", DISABLE_VERSION_CHECK: "1" } },
  );
  if (status !== 0) {
    throw new Error(`cdktf get failed: ${error?.message ?? ""}\n${stdout}${stderr}`);
  }
  filesIn(outdir).forEach((file) => addOverrideModifiers(join(outdir, file)));
}

/** Adds a modifier that our TypeScript settings demand and CDKTF leaves out. */
function addOverrideModifiers(file: string): void {
  const source = readFileSync(file, "utf8");
  writeFileSync(file, source.replace(/^ {2}protected (?=synthesize)/gm, "  protected override "));
}

/** Files that differ between two folders. */
export function differences(one: string, other: string): string[] {
  const files = new Set([...filesIn(one), ...filesIn(other)]);
  return [...files].filter((file) => contentOf(join(one, file)) !== contentOf(join(other, file))).sort();
}

const contentOf = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, "utf8") : undefined;

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    : [];
