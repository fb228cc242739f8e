import "../../../src/constructs/without-stack-traces";
import { appendFileSync, readFileSync } from "node:fs";
import { platform } from "../../../src/platform";
import { definePlatform } from "../../../src/settings/define-platform";
import type { Asked } from "../../kit/command";
import type { Manifest } from "../deploy/deploy-order";
import { namesIn } from "../runs/arguments";
import type { TENANT_RUNS } from "./arguments";
import { type TenantJob, tenantJobs } from "./jobs";
import { applyTenants, planTenants, verdicts } from "./tenant-runs";

const OUTDIR = "cdktf.out";

const { GITHUB_STEP_SUMMARY } = process.env;

function print(line: string): void {
  console.log(line);
  if (GITHUB_STEP_SUMMARY) {
    appendFileSync(GITHUB_STEP_SUMMARY, `${line}\n`);
  }
}

/** Takes a step over the synthesised stacks of tenants. Returns the exit code. */
export async function start(
  { args: [action], options }: Asked<typeof TENANT_RUNS.options>,
  signal: AbortSignal,
): Promise<number> {
  const { rows = "rows", plans, stacks = "[]", jobs = "[]" } = options;
  const runs = () => ({
    outdir: OUTDIR,
    env: process.env,
    signal,
    stacks: namesIn(stacks),
    rows,
    plans: plans ?? "plans.json",
    print,
  });
  switch (action) {
    case "jobs": {
      const manifest = JSON.parse(readFileSync(`${OUTDIR}/manifest.json`, "utf8")) as Manifest;
      console.log(JSON.stringify(tenantJobs(Object.keys(manifest.stacks), definePlatform(platform))));
      return 0;
    }
    case "verdicts":
      console.log(JSON.stringify(verdicts(JSON.parse(jobs) as TenantJob[], plans ?? "plans")));
      return 0;
    case "plan":
      await planTenants(runs());
      return 0;
    default:
      return applyTenants(runs());
  }
}
