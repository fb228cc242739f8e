import { spawnSync } from "node:child_process";
import { checkTable, failureReport, showProgress } from "../kit/check-report";
import { type Check, runChecks } from "../kit/run-checks";

const script = (name: string, ...args: string[]): Check["command"] => [
  "npm",
  "run",
  "--silent",
  name,
  ...args,
];

const terraform = spawnSync("terraform", ["-help"]).error ? "terraform not found" : undefined;

/** Two lanes, for two cores. Checks that write cdktf.out share a lane. */
const LANES: readonly (readonly Check[])[] = [
  [
    { name: "tests", command: script("test") },
    { name: "pictures are current", command: script("graph", "--", "--check") },
    { name: "add-on pages are current", command: script("addon-pages", "--", "--check") },
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

async function check(): Promise<void> {
  const results = await runChecks(LANES, showProgress(process.stderr));

  console.log(`${failureReport(results)}\n${checkTable(results)}`);
  process.exitCode = results.some(({ outcome }) => outcome === "failed") ? 1 : 0;
}

void check();
