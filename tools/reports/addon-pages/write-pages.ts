import "../../../src/constructs/without-stack-traces";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { FOLDER, pagesOf } from "./pages";
import { shownEnvironment } from "./shown";

const contentOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

const existing = (): string[] =>
  existsSync(FOLDER) ? readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`) : [];

/** Writes the pages of the add-ons, or names those that are stale and returns 1. */
export async function writePages(check: boolean): Promise<number> {
  const pages = await pagesOf(shownEnvironment());

  const stale = [...pages].filter(([file, content]) => contentOf(file) !== content);
  const left = existing().filter((file) => !pages.has(file));
  if (check && stale.length + left.length > 0) {
    const files = [...stale.map(([file]) => file), ...left];
    console.error(`not as the source has it: ${files.join(", ")}; run npm run addon-pages and commit`);
    return 1;
  }
  mkdirSync(FOLDER, { recursive: true });
  stale.forEach(([file, content]) => writeFileSync(file, content));
  left.forEach((file) => rmSync(file));
  return 0;
}
