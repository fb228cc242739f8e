import { environmentSettings } from "../../src/platform/environments";
import { type Applications, applyAll } from "../checks/apply-offline/apply-all";
import { environmentsNamed } from "../checks/apply-offline/environments";
import { gapsIn } from "../checks/apply-offline/wording";
import { findingsOf, otherVersions } from "../offline/findings";
import type { Verdict, Verification } from "./verdict";

/** Environment that stands for all, whose objects `api-server` asks about. `npm run apply-offline` applies each. */
const REPRESENTATIVE = environmentSettings[0]!.name;

/** Applies what a cluster gets to a control plane on this machine: builds, changes, destroys and builds again. */
export const applyOffline: Verification = async (progress, signal) => {
  const applied = await applyAll(environmentsNamed([REPRESENTATIVE]), progress, signal);
  return "missing" in applied ? { ...NOTHING, missing: applied.missing } : verdictOf(applied);
};

const NOTHING = { tool: "terraform apply with Kubernetes", version: "", checked: "", findings: [] };

/** Verdict on the clusters. */
export function verdictOf(applications: Applications): Verdict {
  const { version, clusters, providers } = applications;
  return {
    tool: NOTHING.tool,
    version,
    checked: `${clusters.reduce((sum, { resources }) => sum + resources, 0)} resources of ${clusters.length} clusters`,
    findings: findingsOf(clusters),
    notChecked: gapsIn(applications),
    caveats: otherVersions(providers),
  };
}
