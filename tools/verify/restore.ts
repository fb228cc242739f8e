import { type ClusterRehearsal, rehearseRestores } from "../checks/restore/rehearse-restores";
import { findingsOf } from "../offline/findings";
import { applyPrograms } from "../toolbox/apply-programs";
import { pythonTool } from "../toolbox/python";
import { veleroProgram, veleroVersion } from "../toolbox/velero";
import type { Verdict, Verification } from "./verdict";

/** Has Velero lose and restore an application of each example with backups, with the rights that the platform gives it. */
export const restore: Verification = async (progress, signal) => {
  const tools = await applyPrograms(progress, signal);
  if ("missing" in tools) {
    return { ...NOTHING, missing: tools.missing };
  }
  progress("velero (built once, takes minutes)");
  const velero = await veleroProgram("velero", signal);
  if ("missing" in velero) {
    return { ...NOTHING, missing: velero.missing };
  }
  const plugin = await veleroProgram("velero-plugin-for-aws", signal);
  if ("missing" in plugin) {
    return { ...NOTHING, missing: plugin.missing };
  }
  progress("moto");
  const moto = await pythonTool("moto", signal);
  if ("missing" in moto) {
    return { ...NOTHING, missing: `moto: ${moto.missing}` };
  }
  const programs = {
    controlPlane: tools.programs,
    velero: { velero: velero.program, plugin: plugin.program },
    python: moto.program,
  };
  return verdictOf(await rehearseRestores(programs, progress, signal));
};

const NOTHING = { tool: "velero", version: "", checked: "", findings: [] };

/** Verdict on the rehearsals. */
export const verdictOf = (rehearsals: readonly ClusterRehearsal[]): Verdict => ({
  tool: NOTHING.tool,
  version: veleroVersion(),
  checked: `${rehearsals.reduce((sum, { objects }) => sum + objects, 0)} restored objects of ${rehearsals.length} ${rehearsals.length === 1 ? "cluster" : "clusters"}`,
  findings: findingsOf(rehearsals),
});
