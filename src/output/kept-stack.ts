import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { TerraformAsset } from "cdktf";
import type { IConstruct } from "constructs";
import { LOCK_FILE } from "./lock-file";

/** Texts that synth writes for a stack. */
export interface StackTexts {
  readonly json: string;

  /** Lock file; `undefined` if Terraform makes one of its own. */
  readonly lock: string | undefined;
}

/**
 * True if a stack's folder already has everything that this synth would write. Thousands of folders stay as they are in
 * less time than the removal of as many copies takes.
 *
 * @param path - of the stack's JSON in the output
 */
export function isKept(path: string, { json, lock }: StackTexts, constructs: readonly IConstruct[]): boolean {
  const folder = dirname(path);
  return (
    textOf(path) === json &&
    (lock === undefined || textOf(join(folder, LOCK_FILE)) === lock) &&
    assetsOf(constructs).every((asset) => isPresent(asset, folder))
  );
}

const textOf = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, "utf8") : undefined;

const assetsOf = (constructs: readonly IConstruct[]): TerraformAsset[] =>
  constructs.filter((construct) => construct instanceof TerraformAsset);

/** True if each file of an asset is there. The path has the hash of their content. */
function isPresent(asset: TerraformAsset, folder: string): boolean {
  const { sourcePath } = asset as unknown as { readonly sourcePath: string };
  const target = join(folder, asset.path);
  return filesOf(sourcePath).every((name) => existsSync(join(target, name)));
}

/** Files below each source of assets. */
const known = new Map<string, readonly string[]>();

function filesOf(source: string): readonly string[] {
  const files =
    known.get(source) ??
    (statSync(source).isDirectory() ? readdirSync(source, { recursive: true, encoding: "utf8" }) : [""]);
  known.set(source, files);
  return files;
}
