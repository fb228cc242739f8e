import { join } from "node:path";
import { ACCEPTED_FINDINGS } from "../checks/checkov-releases/accepted-findings";
import { type Report, reportOf } from "../checks/checkov-releases/findings";
import { problemsOf } from "../checks/checkov-releases/judge-findings";
import { renderAll } from "../checks/checkov-releases/render-all";
import { CANARY, writeRendered } from "../checks/checkov-releases/rendered-folder";
import type { Outcome } from "../checks/charts/render-stack";
import { runProcess } from "../kit/run-process";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { goTool } from "../toolbox/go-tools";
import { pythonTool } from "../toolbox/python";
import type { InstalledTool } from "../toolbox/tools";
import { checkovEnvironment } from "./checkov";
import type { Verdict, Verification } from "./verdict";

/** Checks the objects of every release for known mistakes in clusters, with Checkov. */
export const checkovReleases: Verification = async (progress, signal) => {
  const [helm, tool] = [await goTool("helm", signal), await pythonTool("checkov", signal)];
  const missing = [helm, tool].flatMap((one) => ("missing" in one ? [one.missing] : []));
  if ("missing" in helm || "missing" in tool) {
    return { tool: "checkov", version: "", checked: "", findings: [], missing: missing.join("; ") };
  }
  return inTemporaryFolder("checkov-releases", async (folder) => {
    progress("rendering");
    const outcomes = await renderAll(helm.program, join(folder, "stacks"), signal);
    const place = join(folder, "releases");
    writeRendered(place, outcomes);
    progress("checkov");
    const today = new Date().toISOString().slice(0, 10);
    return verdictOf(await scan(tool, place, folder, signal), outcomes, tool, today);
  });
};

/** Verdict on Checkov's report of releases, on a day. */
export function verdictOf(
  { passed, findings, unread }: Report,
  outcomes: readonly Outcome[],
  tool: InstalledTool,
  today: string,
): Verdict {
  const rendered = namesOf(outcomes.filter((outcome) => "rendered" in outcome));
  const found = findings.filter(({ where }) => !where.startsWith(`${CANARY}: `));
  return {
    tool: "checkov",
    version: tool.version,
    checked: `${rendered.length} of ${namesOf(outcomes).length} releases, ${passed} checks passed`,
    findings: [
      ...problemsOf(found, ACCEPTED_FINDINGS, { today, rendered }),
      ...unread.map((file) => `${file}: checkov cannot read it`),
      ...outcomes.flatMap((one) => ("problem" in one ? [`${one.release.name}: ${one.problem}`] : [])),
      ...(found.length === findings.length ? ["checkov misses what is known to be wrong"] : []),
    ],
    caveats: tool.caveats,
    notChecked: [
      ...new Set(
        outcomes.flatMap((one) =>
          "notRendered" in one ? [`${one.release.name}: NOT RENDERED ${one.notRendered}`] : [],
        ),
      ),
    ],
  };
}

const namesOf = (outcomes: readonly Outcome[]): string[] => [
  ...new Set(outcomes.map(({ release }) => release.name)),
];

async function scan(tool: InstalledTool, place: string, home: string, signal: AbortSignal): Promise<Report> {
  const options = ["--framework", "kubernetes", "--output=json", "--quiet", "--compact", "--skip-download"];
  const { code, stdout, stderr } = await runProcess(
    [tool.program, "-m", "checkov.main", ...options, "-d", place],
    { cwd: home, signal, env: checkovEnvironment(home) },
  );
  if (stdout.trim() === "") {
    throw new Error(`checkov exited with ${code}: ${stderr.trim().split("\n").slice(-3).join("\n")}`);
  }
  return reportOf(stdout);
}
