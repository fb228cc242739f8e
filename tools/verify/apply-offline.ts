import { type Applications, applyAll } from "../checks/apply-offline/apply-all";
import { allEnvironments } from "../checks/apply-offline/environments";
import { gapsIn } from "../checks/apply-offline/wording";
import { findingsOf, otherVersions } from "../offline/findings";
import { applyPrograms } from "../toolbox/apply-programs";
import type { Verdict, Verification } from "./verdict";

/** Applies what every cluster gets to a control plane on this machine: builds, changes, destroys and builds again. */
export const applyOffline: Verification = async (progress, signal) => {
  const tools = await applyPrograms(progress, signal);
  if ("missing" in tools) {
    return { ...NOTHING, missing: tools.missing };
  }
  const applied = await applyAll(allEnvironments(), tools.programs, progress, signal);
  return "missing" in applied ? { ...NOTHING, missing: applied.missing } : verdictOf(tools.version, applied);
};

const NOTHING = { tool: "terraform apply with Kubernetes", version: "", checked: "", findings: [] };

/** Verdict on the clusters. */
export function verdictOf(version: string, applications: Applications): Verdict {
  const { clusters, providers } = applications;
  return {
    tool: NOTHING.tool,
    version,
    checked: `${clusters.reduce((sum, { resources }) => sum + resources, 0)} resources of ${clusters.length} clusters`,
    findings: findingsOf(clusters),
    notChecked: gapsIn(applications),
    caveats: otherVersions(providers),
  };
}
