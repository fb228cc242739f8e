import "../../../src/constructs/without-stack-traces";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { environmentSettings } from "../../../src/platform/environments";
import { mainCluster } from "../../../src/settings/environment/environment";
import { defineEnvironments } from "../../samples/platform";
import { FOLDER, pagesOf } from "./pages";

/** Environment whose add-ons the pages show: the others begin from its settings. */
const SHOWN = "production";

const contentOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

const existing = (): string[] =>
  existsSync(FOLDER) ? readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`) : [];

/** Writes the pages of the add-ons, or names those that are stale and returns 1. */
export async function writePages(check: boolean): Promise<number> {
  const shown = defineEnvironments(environmentSettings).find(({ name }) => name === SHOWN);
  const pages = shown ? await pagesOf(mainCluster(shown)) : new Map<string, string>();

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
