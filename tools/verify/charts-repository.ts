import { platform } from "../../examples/harbour-trust";
import { checkRepository } from "../checks/charts-repository/clusters";
import { notCheckedLines, problemLines, summary } from "../checks/charts-repository/wording";
import { goTool } from "../toolbox/go-tools";
import type { Verification } from "./verdict";

const FOLDER = "examples/charts-repository";

/** Renders the example of a charts repository, and holds its applications against the platform of its organisation. */
export const chartsRepository: Verification = async (progress, signal) => {
  progress(FOLDER);
  const tools = await Promise.all([goTool("helm", signal), goTool("gator", signal)]);
  const missing = tools.flatMap((tool) => ("missing" in tool ? [tool.missing] : []));
  if (missing.length > 0) {
    return { tool: TOOL, version: "", checked: "", findings: [], missing: missing.join("; ") };
  }
  const results = await checkRepository(FOLDER, platform, undefined, signal);
  return {
    tool: TOOL,
    version: tools.flatMap((tool) => ("version" in tool ? [tool.version] : [])).join(", "),
    checked: summary(results.verdicts),
    findings: problemLines(results.verdicts),
    notChecked: notCheckedLines(results),
  };
};

const TOOL = "helm, gator";
