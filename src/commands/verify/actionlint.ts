import { readdirSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "../run-process";
import { goTool } from "./go-tools";
import type { Verdict, Verification } from "./verdict";

const WORKFLOWS = ".github/workflows";

/** The workflows are ones that GitHub would run: their syntax, expressions, inputs and permissions. */
export const actionlint: Verification = async (progress, signal): Promise<Verdict> => {
  progress("workflows");
  const tool = await goTool("actionlint", signal);
  const files = readdirSync(WORKFLOWS).filter((name) => /\.ya?ml$/.test(name));
  const checked = `${files.length} workflows`;
  if ("missing" in tool) {
    return { tool: "actionlint", version: "", checked: "", findings: [], missing: tool.missing };
  }
  // The same on machines with these two programs and without.
  const others = ["-shellcheck=", "-pyflakes="];
  const { code, stdout, stderr } = await runProcess(
    [tool.program, "-oneline", "-no-color", ...others, ...files.map((name) => join(WORKFLOWS, name))],
    { cwd: process.cwd(), signal },
  );
  const findings = code === 0 ? [] : (stdout.trim() || stderr.trim()).split("\n");
  return { tool: "actionlint", version: tool.version, checked, findings, caveats: tool.caveats };
};
