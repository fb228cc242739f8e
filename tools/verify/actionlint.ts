import { readdirSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "../kit/run-process";
import { goTool } from "../toolbox/go-tools";
import type { Verdict, Verification } from "./verdict";

/** Folders of workflows: examples for other repositories, and our own. */
const FOLDERS = ["docs/examples", ".github/workflows"];

/** Checks that GitHub would run the workflows: their syntax, expressions, inputs and permissions. */
export const actionlint: Verification = async (progress, signal): Promise<Verdict> => {
  progress("workflows");
  const tool = await goTool("actionlint", signal);
  const files = FOLDERS.flatMap(workflowsIn);
  const checked = `${files.length} workflows`;
  if ("missing" in tool) {
    return { tool: "actionlint", version: "", checked: "", findings: [], missing: tool.missing };
  }
  // Same result on machines with these two programs and without.
  const others = ["-shellcheck=", "-pyflakes="];
  const { code, stdout, stderr } = await runProcess(
    [tool.program, "-oneline", "-no-color", ...others, ...files],
    { cwd: process.cwd(), signal },
  );
  const findings = code === 0 ? [] : (stdout.trim() || stderr.trim()).split("\n");
  return { tool: "actionlint", version: tool.version, checked, findings, caveats: tool.caveats };
};

const workflowsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(folder, name));
