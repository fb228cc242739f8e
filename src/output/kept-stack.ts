import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { IConstruct } from "constructs";
import { assetsOf, isPresent } from "./assets";
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
