import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";

/** Wanted content of files, by path relative to the project; `undefined` removes the file. */
export type Contents = Readonly<Record<string, string | undefined>>;

/** Text in the project's format for a file of that name. */
export const laidOut = async (project: string, file: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(join(project, file))), filepath: file });

/**
 * Writes files in the order of the list. An interruption leaves each as before or whole, and no file changes
 * if one cannot be written.
 */
export function writeFiles(project: string, contents: Contents): void {
  const files = Object.entries(contents).map(([file, text]) => ({ path: join(project, file), text }));
  const written = files.filter(({ text }) => text !== undefined);
  try {
    written.forEach(({ path, text }) => writeFileSync(beside(path), text!));
    files.forEach(({ path, text }) =>
      text === undefined ? rmSync(path, { force: true }) : renameSync(beside(path), path),
    );
  } finally {
    written.forEach(({ path }) => rmSync(beside(path), { force: true }));
  }
}

/** Temporary path of a file before it takes its place. */
const beside = (path: string): string => `${path}.new`;

/** Text of a file of the project. */
export const readText = (project: string, file: string): string => readFileSync(join(project, file), "utf8");
