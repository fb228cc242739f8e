import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "../../src/settings/checking/nearest";
import type { JsonMap } from "./json-map";
import { CommandError } from "../kit/command-error";

/** A stack as it was synthesised. */
export interface SynthesisedStack {
  readonly id: string;

  /** Folder that Terraform runs in. */
  readonly folder: string;
  readonly json: JsonMap;
}

/**
 * Stack of that name in the output folder.
 *
 * @throws CommandError if there is none, with similar names
 */
export function findStack(outdir: string, id: string | undefined): SynthesisedStack {
  const { stacks } = read(join(outdir, "manifest.json")) as { stacks: JsonMap };
  const ids = Object.keys(stacks);
  if (id === undefined || !ids.includes(id)) {
    const got = id === undefined ? "none" : `"${id}"`;
    throw new CommandError(
      `npm run plan -- <stack>: expected a stack, got ${got}; try ${similar(id, ids).join(", ")}`,
    );
  }
  const folder = join(outdir, "stacks", id);
  return { id, folder, json: read(join(folder, "cdk.tf.json")) };
}

const read = (file: string): JsonMap => JSON.parse(readFileSync(file, "utf8")) as JsonMap;

/** Ids that contain a name, or almost; every stack if there is none. */
function similar(id: string | undefined, ids: readonly string[]): readonly string[] {
  const near = id ? [nearest(id, ids), ...ids.filter((known) => known.includes(id))] : [];
  const names = [...new Set(near)].filter((name) => name !== undefined);
  return names.length > 0 ? names : ids;
}
