import { ACCEPTED_FINDINGS } from "../checks/zizmor/accepted-findings";
import { CANARY, missedInCanary } from "../checks/zizmor/canary";
import { type Finding, findingsIn } from "../checks/zizmor/findings";
import { problemsOf } from "../checks/zizmor/judge-findings";
import { runProcess } from "../kit/run-process";
import { pythonTool, scriptOf } from "../toolbox/python";
import type { InstalledTool } from "../toolbox/tools";
import type { Verification } from "./verdict";

/** Folders with workflows, actions and Dependabot's settings, ours and examples for other repositories. */
const FOLDERS = [".github", "docs/examples"];

const ARGUMENTS = [
  // No question to GitHub, and neither a file nor a comment that silences an audit.
  ...["--offline", "--no-config", "--no-ignores"],
  ...["--min-severity=medium", "--format=json-v1", "--no-exit-codes", "--no-progress"],
];

/** Looks for ways in which a workflow gives a stranger its rights or secrets. */
export const zizmor: Verification = async (progress, signal) => {
  const tool = await pythonTool("zizmor", signal);
  if ("missing" in tool) {
    return { tool: "zizmor", version: "", checked: "", findings: [], missing: tool.missing };
  }
  progress("workflows");
  const findings = await findingsOf(tool, signal);
  const ours = findings.filter(({ file }) => file !== CANARY);
  return {
    tool: "zizmor",
    version: tool.version,
    checked: `${FOLDERS.join(" and ")}, medium and above; accepted ${ACCEPTED_FINDINGS.length}`,
    findings: [
      ...missedInCanary(findings),
      ...problemsOf(ours, ACCEPTED_FINDINGS, new Date().toISOString().slice(0, 10)),
    ],
    caveats: tool.caveats,
  };
};

async function findingsOf(tool: InstalledTool, signal: AbortSignal): Promise<Finding[]> {
  const command = [scriptOf(tool, "zizmor"), ...ARGUMENTS, ...FOLDERS, CANARY];
  const { PATH, HOME } = process.env;
  const { code, stdout, stderr } = await runProcess(command, {
    cwd: process.cwd(),
    signal,
    env: { PATH, HOME },
  });
  if (code !== 0) {
    throw new Error(`zizmor exited with ${code}: ${stderr.trim().split("\n").slice(-3).join("\n")}`);
  }
  return findingsIn(stdout);
}
