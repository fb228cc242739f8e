import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CommandError } from "../../kit/command-error";

/**
 * Writes the catalogue, and returns what to say about it.
 *
 * @throws CommandError if the path is a folder's
 */
export function writeCatalogue(file: string, text: string): string {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(`--out: expected a file, got the folder ${file}; write ${file}/catalog-info.yaml`);
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return `${file}: written, ${text.split("\n---\n").length} entities`;
}
