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

/** Two lanes, for two cores. All checks that write cdktf.out are in the same lane. */
const lanes = (terraform: string | undefined): readonly (readonly Check[])[] => [
  [
    { name: "tests", command: script("test") },
    { name: "pictures are current", command: script("graph", "--", "--check") },
    { name: "add-on pages are current", command: script("addon-pages", "--", "--check") },
    { name: "schemas are current", command: script("schemas", "--", "--check") },
    { name: "rehearsals", command: script("rehearse"), skip: terraform },
    { name: "bindings are current", command: script("get", "--", "--check"), skip: terraform },
  ],
  [
    { name: "types", command: script("types") },
    { name: "lint", command: script("lint") },
    { name: "floors and circles", command: script("floors") },
    { name: "plain English", command: script("language") },
    { name: "exceptions from policies hold", command: script("policies") },
    { name: "synth and verification", command: script("synth") },
    { name: "cdktf list", command: ["npx", "--no", "cdktf", "list"] },
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
