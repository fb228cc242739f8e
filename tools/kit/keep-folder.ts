import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Moves a folder to where it is kept once it is complete, so that it is there whole or not at all. Where another run was
 * faster, and may be using it by now, theirs stays.
 */
export function keepFolder(folder: string, place: string): void {
  try {
    renameSync(folder, place);
  } catch (error) {
    if (!existsSync(place)) {
      throw error;
    }
  }
}

/**
 * Keeps a copy of a folder, whole or not at all.
 *
 * @param scratchPrefix - what the path begins with at which the copy is made, on the disk of `place`
 */
export function keepCopy(folder: string, place: string, scratchPrefix: string): void {
  mkdirSync(dirname(place), { recursive: true });
  const scratch = mkdtempSync(scratchPrefix);
  try {
    cpSync(folder, scratch, { recursive: true });
    keepFolder(scratch, place);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
