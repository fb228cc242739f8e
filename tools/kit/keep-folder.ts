import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Moves a complete folder to its place, so that it is there whole or not at all. If another run was faster,
 * and may be using its folder by now, that one stays.
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
 * @param scratchPrefix - beginning of the copy's temporary path, on the disk of `place`
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
