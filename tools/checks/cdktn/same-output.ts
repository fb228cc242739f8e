import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../../src/output/leaves";
import { asMap } from "../../terraform-json/json-map";
import { differences } from "./differences";

/** Most differences of one file that are printed. */
const SHOWN = 5;

/**
 * Files that differ between two output folders, apart from the version of the framework in each stack's
 * metadata.
 */
export function differingFiles(one: string, other: string): string[] {
  const [left, right] = [filesIn(one), filesIn(other)];
  return [...new Set([...left, ...right])].sort().flatMap((file) => {
    if (!left.has(file) || !right.has(file)) {
      return [`${file}: ${left.has(file) ? "is no longer made" : "is new"}`];
    }
    const [before, after] = [one, other].map((folder) => readFileSync(join(folder, file), "utf8"));
    const found = file.endsWith(".json")
      ? differences(withoutVersion(before!), withoutVersion(after!))
      : before === after
        ? []
        : ["other bytes"];
    const more = found.length > SHOWN ? [`${found.length - SHOWN} more differences`] : [];
    return [...found.slice(0, SHOWN), ...more].map((difference) => `${file}: ${difference}`);
  });
}

const filesIn = (folder: string): Set<string> =>
  new Set(
    readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      statSync(join(folder, file)).isFile(),
    ),
  );

/** JSON without the framework's version, in a stack's notes and in the manifest. */
function withoutVersion(text: string): Json {
  const json = asMap(JSON.parse(text) as Json);
  const notes = asMap(json["//"]);
  return {
    ...json,
    version: null,
    "//": { ...notes, metadata: { ...asMap(notes.metadata), version: null } },
  };
}
