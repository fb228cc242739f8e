import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { CommandError } from "../../kit/command-error";
import { laidOut, readText, writeFiles } from "../ephemeral/files";
import type { Edit, Guide } from "./guide";
import { changed, hasPlace } from "./place";

/** Line of a guide that makes a file from another one, with one word changed. */
const COPY = /^sed 's\/([^/]+)\/([^/]+)\/' (\S+) > (\S+)$/;

/**
 * Does what a guide tells about files: all of it or, where anything is in the way, nothing. Returns the files that it made or
 * changed.
 *
 * @throws CommandError that names every file which exists already, and every place that is not there
 */
export async function follow({ edits, commands }: Guide, project: string): Promise<string[]> {
  const texts = new Map<string, string>();
  const problems = [
    ...edits.flatMap((edit) => problemOf(edit, texts, project)),
    ...commands.flatMap((command) => problemOfCopy(command, texts, project)),
  ];
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  const contents: Record<string, string> = {};
  for (const [file, text] of texts) {
    mkdirSync(join(project, dirname(file)), { recursive: true });
    contents[file] = await laidOut(project, file, text);
  }
  writeFiles(project, contents);
  return [...texts.keys()];
}

/** Notes the text of a file after a change. */
function problemOf({ file, before, after }: Edit, texts: Map<string, string>, project: string): string[] {
  if (before === undefined) {
    return problemOfNew(file, after, texts, project);
  }
  if (!existsSync(join(project, file))) {
    return [`${file}: expected a file, got none; follow the guide by hand`];
  }
  const text = texts.get(file) ?? readText(project, file);
  const result = hasPlace(text, after) ? text : changed(text, before, after);
  if (result === undefined) {
    return [`${file}: expected lines such as these, got none; change the file by hand:\n${before}`];
  }
  texts.set(file, result);
  return [];
}

function problemOfCopy(command: string, texts: Map<string, string>, project: string): string[] {
  const [, from, to, source, file] = COPY.exec(command) ?? [];
  if (from === undefined) {
    return [];
  }
  return existsSync(join(project, source!))
    ? problemOfNew(file!, readText(project, source!).replaceAll(from, to!), texts, project)
    : [`${source}: expected a file, got none; write ${file} by hand`];
}

function problemOfNew(file: string, text: string, texts: Map<string, string>, project: string): string[] {
  texts.set(file, text);
  return existsSync(join(project, file))
    ? [`${file}: expected no file, got one; choose another name, or remove the file`]
    : [];
}
