import { environmentSettings } from "../../src/platform/environments";
import type { Environment } from "../../src/settings/environment/environment";
import { clusterLabel } from "../../src/settings/environment/stack-names";
import { tryClusters, type Trials } from "../checks/api-server/try-clusters";
import { findingsOf } from "../offline/findings";
import { defineEnvironments } from "../samples/platform";
import { controlPlaneProgram } from "../toolbox/control-plane";
import { goTool } from "../toolbox/go-tools";
import type { Verdict, Verification } from "./verdict";

/**
 * Has a real API server of Kubernetes take the objects of every cluster and judge their pods, and looks whether
 * it keeps what Terraform compares.
 */
export const apiServer: Verification = async (progress, signal) => {
  progress("etcd (built once, takes minutes)");
  const etcd = await controlPlaneProgram("etcd", signal);
  if ("missing" in etcd) {
    return { ...NOTHING, missing: etcd.missing };
  }
  progress("kube-apiserver (built once, takes many minutes)");
  const server = await controlPlaneProgram("kube-apiserver", signal);
  if ("missing" in server) {
    return { ...NOTHING, missing: server.missing };
  }
  progress("helm");
  const helm = await goTool("helm", signal);
  if ("missing" in helm) {
    return { ...NOTHING, missing: helm.missing };
  }
  const programs = { etcd: etcd.program, "kube-apiserver": server.program, helm: helm.program };
  const verdict = verdictOf(server.version, await tryClusters(programs, progress, signal));
  const minors = otherMinors(server.version, defineEnvironments(environmentSettings));
  return { ...verdict, caveats: [...helm.caveats, ...minors, ...(verdict.caveats ?? [])] };
};

const NOTHING = { tool: "kube-apiserver", version: "", checked: "", findings: [] };

/** Verdict of an API server of a version on the clusters. */
export function verdictOf(version: string, { clusters: trials, pools }: Trials): Verdict {
  const notRendered = namesIn(trials, (trial) => trial.notRendered);
  const kinds = namesIn(trials, (trial) => trial.unknownKinds);
  return {
    tool: NOTHING.tool,
    version,
    checked: `${trials.reduce((sum, { objects }) => sum + objects, 0)} objects and pods of ${trials.length} clusters${"pools" in pools ? `, ${pools.pools} random sets of pools` : ""}`,
    findings: [...findingsOf(trials), ...("findings" in pools ? pools.findings : [])],
    notChecked: [
      ...(notRendered.length === 0 ? [] : [`releases without a chart: ${notRendered.join(", ")}`]),
      ...("missing" in pools ? [pools.missing] : []),
    ],
    caveats: kinds.length === 0 ? [] : [`objects of kinds that no chart brought: ${kinds.join(", ")}`],
  };
}

const namesIn = (
  trials: Trials["clusters"],
  namesOf: (trial: Trials["clusters"][number]) => readonly string[],
): string[] => [...new Set(trials.flatMap(namesOf))].sort();

/** Clusters of another minor than that of the API server. */
export const otherMinors = (version: string, environments: readonly Environment[]): string[] =>
  environments
    .flatMap((environment) => environment.clusters)
    .filter(({ cluster }) => !version.startsWith(`${cluster.version}.`))
    .map(
      (environment) =>
        `${clusterLabel(environment)} runs Kubernetes ${environment.cluster.version}, not ${version}`,
    );
