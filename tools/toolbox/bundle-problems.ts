import { readdirSync } from "node:fs";
import { dirname, join, parse, relative } from "node:path";
import type { BuildFailure, Message } from "esbuild";
import { nearest } from "../../src/settings/checking/nearest";

/** Everything that keeps a platform from being bundled, one line each with file and line. */
export const problemsOf = ({ errors }: BuildFailure, index: string): string =>
  errors.map((error) => problemOf(error, relative("", index))).join("\n");

/** Files that import the platform. */
const ENTRIES: ReadonlySet<string> = new Set(["main.ts", "tools/operate/synth/main-tenants.ts"]);

const MISSING_EXPORT = [
  /^No matching export in "(?<exporter>.+)" for import "(?<name>.+)"$/,
  /^Import "(?<name>.+)" will always be undefined because .*file "(?<exporter>.+)" has no exports$/,
];

function problemOf({ text, location }: Message, index: string): string {
  const { file = "", line = 0 } = location ?? {};
  const place = `${file}:${line}`;

  const { exporter, name } = MISSING_EXPORT.map((pattern) => pattern.exec(text)?.groups).find(Boolean) ?? {};
  if (exporter !== undefined) {
    return ENTRIES.has(file)
      ? `${index}: expected an export \`platform\`, got none; add export const platform: PlatformSettings`
      : `${place}: expected ${exporter} to export ${name}, got no such export; add it, or correct the import`;
  }
  const [, target] = /^Could not resolve "(.+)"$/.exec(text) ?? [];
  if (target !== undefined) {
    return `${place}: expected a file at "${target}", got none; ${fixOfImport(file, target)}`;
  }
  return `${place}: expected TypeScript, got: ${text}; correct the line`;
}

function fixOfImport(importer: string, target: string): string {
  const { dir, base } = parse(target);
  const near = nearest(base, namesIn(join(dirname(importer), dir)));
  return near === undefined ? "correct the import" : `did you mean "${dir}/${near}"?`;
}

/** Names that an import may end in. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => parse(name).name);
  } catch {
    return [];
  }
}
