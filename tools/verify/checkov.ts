import { join } from "node:path";
import { defineEnvironments } from "../samples/platform";
import { environmentSettings } from "../../src/platform/environments";
import { exampleEnvironments, synthesiseExamples } from "../samples/examples";
import { sampleEnvironments } from "../samples/sample-environments";
import { synthesise } from "../samples/synthesise";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { planFolder } from "../checks/emulate/plan-folder";
import { runProcess } from "../kit/run-process";
import { ACCEPTED_FINDINGS } from "../checks/checkov/accepted-findings";
import { CANARY, isCanary } from "../checks/checkov/canary";
import { type Report, reportOf } from "../checks/checkov/findings";
import { judgeFindings } from "../checks/checkov/judge-findings";
import { scannedFolder } from "../checks/checkov/scanned";
import { countBySeverity } from "../checks/checkov/severities";
import { pythonTool } from "../toolbox/python";
import type { InstalledTool } from "../toolbox/tools";
import type { Verdict, Verification } from "./verdict";

/** Checks stacks, their plans and our modules for known mistakes in clouds, with Checkov. */
export const checkov: Verification = async (progress, signal) => {
  const tool = await pythonTool("checkov", signal);
  if ("missing" in tool) {
    return { tool: "checkov", version: "", checked: "", findings: [], missing: tool.missing };
  }
  return inTemporaryFolder("checkov", async (folder): Promise<Verdict> => {
    progress("synth");
    const environments = defineEnvironments(environmentSettings);
    const samples = sampleEnvironments();
    const stacks = [
      ...synthesise(environments, join(folder, "environments")),
      ...synthesise(samples, join(folder, "samples")),
      ...synthesiseExamples(join(folder, "examples")),
    ];
    const place = join(folder, "scanned");
    const scanned = scannedFolder(
      place,
      [...stacks, CANARY],
      [...environments, ...samples, ...exampleEnvironments()],
      planFolder(),
    );

    progress(`${stacks.length} stacks, ${scanned.plans} plans`);
    const { code, stdout, stderr } = await runProcess(
      [tool.program, "-m", "checkov.main", ...ARGUMENTS, "-d", place],
      { cwd: folder, signal, env: checkovEnvironment(folder) },
    );
    if (stdout.trim() === "") {
      throw new Error(`checkov exited with ${code}: ${stderr.trim().split("\n").slice(-3).join("\n")}`);
    }
    return verdictOf(reportOf(stdout, scanned), stacks.length, scanned.plans, tool);
  });
};

/** Verdict on Checkov's report of some stacks and plans. */
export function verdictOf(report: Report, stacks: number, plans: number, tool: InstalledTool): Verdict {
  const found = report.findings.filter((finding) => !isCanary(finding));
  const { accepted, problems } = judgeFindings(found, ACCEPTED_FINDINGS, plans > 0);
  return {
    tool: "checkov",
    version: tool.version,
    checked:
      `${stacks} stacks and ${plans} plans, ${report.passed} checks passed; ` +
      `accepted ${countBySeverity(accepted.map(({ check }) => check))}`,
    findings: [
      ...problems,
      ...report.unread.map((file) => `${file}: checkov cannot read it`),
      ...(found.length === report.findings.length ? ["checkov misses what is known to be wrong"] : []),
    ],
    caveats: [
      ...tool.caveats,
      ...(plans === 0 ? ["no plan is newer than the source: npm run emulate makes them"] : []),
    ],
  };
}

const ARGUMENTS = [
  "--framework",
  "terraform_json",
  "terraform_plan",
  "terraform",
  "--output=json",
  "--quiet",
  "--compact",
  // Neither severities nor anything else from the network.
  "--skip-download",
];

/** Environment without the user's own settings. */
export const checkovEnvironment = (home: string): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(CKV_|BC_|PRISMA_|CHECKOV_|LOG_LEVEL)/.test(name)),
  ),
  HOME: home,
});
