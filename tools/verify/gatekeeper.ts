import { join } from "node:path";
import { POLICIES } from "../../src/addons/gatekeeper/policies";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { judgePlatform } from "../checks/policies/platform";
import { writeSuites } from "../checks/policies/suites";
import { runProcess } from "../kit/run-process";
import { goTool } from "../toolbox/go-tools";
import type { Verification } from "./verdict";

/**
 * Checks that Gatekeeper takes every policy, admits and refuses the objects of its cases with the expected
 * message, and refuses nothing of the platform's own.
 */
export const gator: Verification = async (progress, signal) => {
  progress("gator");
  const tool = await goTool("gator", signal);
  if ("missing" in tool) {
    return { tool: "gator", version: "", checked: "", findings: [], missing: tool.missing };
  }
  return inTemporaryFolder("policies", async (folder) => {
    const suites = join(folder, "suites");
    const cases = writeSuites(suites);
    const { code, stdout, stderr } = await runProcess([tool.program, "verify", join(suites, "...")], {
      cwd: folder,
      signal,
    });
    const platform = await judgePlatform(tool.program, folder, progress, signal);

    return {
      tool: "gator",
      version: tool.version,
      checked: `${Object.keys(POLICIES).length} policies with ${cases} cases, ${platform.objects} objects of the platform`,
      findings: [...(code === 0 ? [] : [failures(`${stdout}\n${stderr}`)]), ...platform.findings],
      caveats: tool.caveats,
      notChecked: platform.notChecked,
    };
  });
};

/** Output of gator without the suites that pass and its last lines. */
const failures = (output: string): string =>
  output
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^(ok\t|PASS$|FAIL$|Error: FAIL$)/.test(line))
    .join("\n");
