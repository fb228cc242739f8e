import "../../src/constructs/without-stack-traces";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { FOLDER, pagesOf } from "../reports/addon-pages/pages";
import { shownEnvironment } from "../reports/addon-pages/shown";
import { CommandError } from "../kit/command-error";
import { runCommand } from "../kit/run-command";

const contentOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

const existing = (): string[] =>
  existsSync(FOLDER) ? readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`) : [];

void runCommand(async () => {
  const [option] = process.argv.slice(2).filter((argument) => argument !== "--check");
  if (option !== undefined) {
    throw new CommandError(`addon-pages: expected --check or nothing, got "${option}"; leave it out`);
  }
  const pages = await pagesOf(shownEnvironment());

  const stale = [...pages].filter(([file, content]) => contentOf(file) !== content);
  const left = existing().filter((file) => !pages.has(file));
  if (process.argv.includes("--check") && stale.length + left.length > 0) {
    const files = [...stale.map(([file]) => file), ...left];
    console.error(`not as the source has it: ${files.join(", ")}; run npm run addon-pages and commit`);
    return 1;
  }
  mkdirSync(FOLDER, { recursive: true });
  stale.forEach(([file, content]) => writeFileSync(file, content));
  left.forEach((file) => rmSync(file));
  return 0;
});
