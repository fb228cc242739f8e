import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { defineEnvironment } from "../../../samples/platform";
import { staging as stagingSettings } from "../../../../src/platform/environments/staging";
import type { Environment } from "../../../../src/settings/environment/environment";
import { parse } from "../../../kit/command-arguments";
import { argumentsOf, RUNS } from "../../../operate/runs/arguments";
import { runs } from "../../../operate/runs/runs";
import { APPLY_TOKEN, type Before, FakeHcp, type FakePlan, PLAN_TOKEN, WORKFLOW } from "./fake-hcp";

const reading = (producer: string) => ({
  data: { terraform_remote_state: { p: { config: { workspaces: { name: producer } } } } },
});

/** Three stacks in a row, the last of which does not read the first. */
const STACKS: Record<string, object> = {
  "vpc-staging": {},
  "root-dns-staging": reading("vpc-staging"),
  "cluster-services-staging": { resource: { helm_release: { dex: {} } } },
};

const staging = defineEnvironment(stagingSettings);

/** Token that the workflow gives to a command: docs/deploying.md. */
const tokenOf = (action: string): string =>
  ["plan", "speculate"].includes(action) ? PLAN_TOKEN : APPLY_TOKEN;

/** `npm run runs`, against a fake HCP Terraform. */
export function setUp(
  plans: Record<string, FakePlan>,
  before: readonly Before[] = [],
  env: NodeJS.ProcessEnv = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "runs-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const ids = Object.keys(STACKS);
  const dependencies = (index: number) => ids.slice(Math.max(0, index - 1), index);
  const stacks = Object.fromEntries(ids.map((id, index) => [id, { dependencies: dependencies(index) }]));
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ stacks }));
  for (const [id, json] of Object.entries(STACKS)) {
    mkdirSync(join(folder, "stacks", id), { recursive: true });
    writeFileSync(join(folder, "stacks", id, "cdk.tf.json"), JSON.stringify(json));
  }

  const hcp = new FakeHcp(plans, before);
  const printed: string[] = [];
  const outputs: Record<string, string> = {};
  const backend = { type: "cloud", organization: "govuk", project: "p", hostname: "tf.example" } as const;
  const all: Environment[] = [{ ...staging, backend }];
  const interruption = new AbortController();
  const run = (action: string, ...names: string[]) =>
    runs({
      args: {
        ...argumentsOf(parse(RUNS, [action, "--environment", "staging", "--stacks", JSON.stringify(names)])),
        rows: join(folder, "rows"),
        plans: join(folder, "plans.json"),
      },
      outdir: folder,
      environments: all,
      env: { ...WORKFLOW, TFE_TOKEN: tokenOf(action), ...env },
      signal: interruption.signal,
      print: (line) => printed.push(line),
      output: (name, value) => (outputs[name] = value),
      request: (input, init) => hcp.request(input, init),
      milliseconds: 0,
    });
  const statuses = () => Object.fromEntries(hcp.runs.map(({ id, status }) => [id, status]));
  return { hcp, run, printed, outputs, statuses, folder, interruption, env };
}
