import { spawnSync } from "node:child_process";
import { checkTable, failureReport, gapsIn, showProgress } from "../kit/check-report";
import { defineCommand } from "../kit/run-command";
import { type Check, runChecks } from "../kit/run-checks";

const script = (name: string, ...args: string[]): Check["command"] => [
  "npm",
  "run",
  "--silent",
  name,
  ...args,
];

const missingTerraform = () => (spawnSync("terraform", ["-help"]).error ? "terraform not found" : undefined);

/**
 * Two lanes, for two cores. What fails fast comes first in its lane. All checks that write cdktf.out are in the same
 * lane.
 */
const lanes = (terraform: string | undefined): readonly (readonly Check[])[] => [
  [
    { name: "layout", command: script("layout") },
    { name: "tests", command: script("test", "--", "--reporter", "minimal") },
    { name: "pictures are current", command: script("graph", "--", "--check") },
    { name: "add-on pages are current", command: script("addon-pages", "--", "--check") },
    { name: "schemas are current", command: script("schemas", "--", "--check") },
    {
      name: "rehearsals of commands",
      command: script("rehearse", "--", "--reporter", "minimal", "--project", "commands"),
    },
    { name: "bindings are current", command: script("get", "--", "--check"), skip: terraform },
    {
      name: "rehearsals with programs",
      command: script("rehearse", "--", "--reporter", "minimal", "--project", "programs"),
      skip: terraform,
    },
  ],
  [
    { name: "synth and verification", command: script("synth") },
    { name: "cdktf list", command: ["npx", "--no", "cdktf", "list"] },
    { name: "floors and circles", command: script("floors") },
    { name: "plain English", command: script("language") },
    { name: "exceptions from policies hold", command: script("policies") },
    { name: "types", command: script("types") },
    { name: "lint", command: ["npx", "--no", "--", "eslint", "--max-warnings", "0", "."] },
  ],
];

export const command = defineCommand(
  {
    name: "check",
    summary: "Makes every check that a pull request must pass but verify, and prints a table.",
    args: [],
    options: { complete: { help: "fails where this machine could not check everything" } },
  },
  async ({ options: { complete } }) => {
    const results = await runChecks(lanes(missingTerraform()), showProgress(process.stderr));
    const gaps = gapsIn(results);

    console.log([failureReport(results), ...gaps, checkTable(results)].join("\n"));
    return results.some(({ outcome }) => outcome === "failed") || (complete && gaps.length > 0) ? 1 : 0;
  },
);
