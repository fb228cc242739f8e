import { type Applications, applyAll } from "../checks/apply-offline/apply-all";
import { allEnvironments } from "../checks/apply-offline/environments";
import { gapsIn } from "../checks/apply-offline/wording";
import { findingsOf, otherVersions } from "../offline/findings";
import { controlPlanePrograms } from "../toolbox/control-plane-programs";
import { goTool } from "../toolbox/go-tools";
import type { Verdict, Verification } from "./verdict";

/** Applies what every cluster gets to a control plane on this machine: builds, changes, destroys and builds again. */
export const applyOffline: Verification = async (progress, signal) => {
  const plane = await controlPlanePrograms(progress, signal);
  if ("missing" in plane) {
    return { ...NOTHING, missing: plane.missing };
  }
  const helm = await goTool("helm", signal);
  if ("missing" in helm) {
    return { ...NOTHING, missing: helm.missing };
  }
  const programs = { ...plane.programs, helm: helm.program };
  const applied = await applyAll(allEnvironments(), programs, progress, signal);
  return "missing" in applied
    ? { ...NOTHING, missing: applied.missing }
    : verdictOf(plane.version, applied);
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
