import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AssetType, TerraformAsset } from "cdktf";
import type { IConstruct } from "constructs";

/** Files and folders below a source of assets. */
interface Source {
  /** Files with their paths below the source; the source itself if it is a file. */
  readonly files: readonly string[];

  /** Folders below the source, each after the one that it is in. */
  readonly folders: readonly string[];
}

/** Sources that thousands of stacks have in common. */
const sources = new Map<string, Source>();

function sourceOf(asset: TerraformAsset): Source {
  const path = pathOf(asset);
  const source = sources.get(path) ?? readSource(path);
  sources.set(path, source);
  return source;
}

const pathOf = (asset: TerraformAsset): string =>
  (asset as unknown as { readonly sourcePath: string }).sourcePath;

function readSource(path: string): Source {
  if (!statSync(path).isDirectory()) {
    return { files: [""], folders: [] };
  }
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).map((entry) => ({
    name: join(entry.parentPath, entry.name).slice(path.length + 1),
    isFolder: entry.isDirectory(),
  }));
  const namesOf = (folders: boolean) =>
    entries.filter(({ isFolder }) => isFolder === folders).map(({ name }) => name);
  return { files: namesOf(false), folders: namesOf(true).sort() };
}

export const assetsOf = (constructs: readonly IConstruct[]): TerraformAsset[] =>
  constructs.filter((construct) => construct instanceof TerraformAsset);

/** True if a stack's folder has each file of an asset. The asset's path has the hash of their content. */
export function isPresent(asset: TerraformAsset, folder: string): boolean {
  const target = join(folder, asset.path);
  return sourceOf(asset).files.every((name) => existsSync(join(target, name)));
}

/** Files that were read for one stack and are written for the next. */
const known = new Map<string, { readonly content: Buffer; readonly mode: number }>();

function fileAt(path: string) {
  const file = known.get(path) ?? { content: readFileSync(path), mode: statSync(path).mode };
  known.set(path, file);
  return file;
}

/**
 * Writes an asset that is a folder into a new folder of its stack, and reads each file once for all stacks. Returns false for
 * another asset, which CDKTF has to write.
 */
export function writeFolder(asset: TerraformAsset, folder: string): boolean {
  if (asset.type !== AssetType.DIRECTORY) {
    return false;
  }
  const { files, folders } = sourceOf(asset);
  const target = join(folder, asset.path);
  mkdirSync(target, { recursive: true });
  folders.forEach((name) => mkdirSync(join(target, name), { recursive: true }));
  for (const name of files) {
    const { content, mode } = fileAt(join(pathOf(asset), name));
    writeFileSync(join(target, name), content, { mode });
  }
  return true;
}
