import { readFile } from "node:fs/promises";
import { planRow } from "../operate/deploy/plan-summary";
import { findStack } from "../terraform-json/stack";
import { runCommand } from "../kit/run-command";

/** Prints a row of Markdown for a stack, from the file with the output of `cdktf diff` and its exit code. */
void runCommand(async () => {
  const [id, log = "", code] = process.argv.slice(2);
  console.log(planRow(findStack("cdktf.out", id), { code: Number(code), log: await readFile(log, "utf8") }));
  return 0;
});
