import { join } from "node:path";
import { CONTROL_NAMES } from "../../src/addons/kyverno/pod-security/policies";
import { environmentSettings } from "../../src/platform/environments";
import { judgePlatforms } from "../checks/kyverno/platform";
import { judgeStandardPods } from "../checks/kyverno/standard-pods";
import { writeSuites } from "../checks/kyverno/suites";
import { runProcess } from "../kit/run-process";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { examplePlatforms } from "../samples/examples";
import { defineEnvironments, tenants } from "../samples/platform";
import { goTool } from "../toolbox/go-tools";
import type { Verification } from "./verdict";

/**
 * Checks that Kyverno takes every policy of the Pod Security Standards, lets in and refuses the pods of its cases and those
 * with which Kubernetes tests its own check, and refuses nothing of the platform's own.
 */
export const kyverno: Verification = async (progress, signal) => {
  progress("kyverno");
  const tool = await goTool("kyverno", signal);
  if ("missing" in tool) {
    return { tool: "kyverno", version: "", checked: "", findings: [], missing: tool.missing };
  }
  return inTemporaryFolder("kyverno", async (folder) => {
    const suites = join(folder, "suites");
    const cases = writeSuites(suites);
    const { code, stdout, stderr } = await runProcess(
      [tool.program, "test", suites, "--fail-only", "--remove-color"],
      { cwd: folder, signal },
    );
    progress("pods of Kubernetes");
    const standard = await judgeStandardPods(tool.program, join(folder, "standard"), signal);
    progress("the platform");
    const own = { environments: defineEnvironments(environmentSettings), tenants };
    const platform = await judgePlatforms(
      [own, ...examplePlatforms()],
      tool.program,
      join(folder, "platforms"),
      signal,
    );
    return {
      tool: "kyverno",
      version: tool.version,
      checked:
        `${CONTROL_NAMES.length} policies with ${cases} cases, ${standard.pods} pods of Kubernetes, ` +
        `${platform.objects} pods of the platform`,
      findings: [
        ...(code === 0 ? [] : [`${stdout}\n${stderr}`.trim()]),
        ...standard.findings,
        ...platform.findings,
      ],
      caveats: tool.caveats,
      notChecked: [
        ...(standard.notChecked === undefined ? [] : [standard.notChecked]),
        ...platform.notChecked,
      ],
    };
  });
};
