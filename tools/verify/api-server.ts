import { environmentSettings } from "../../src/platform/environments";
import type { Environment } from "../../src/settings/environment/environment";
import { clusterLabel } from "../../src/settings/environment/stack-names";
import { tryAll } from "../checks/api-server/try-all";
import { findingsOf } from "../offline/findings";
import { defineEnvironments } from "../samples/platform";
import { controlPlaneProgram } from "../toolbox/control-plane";
import type { Verification } from "./verdict";

/** Has a real API server of Kubernetes take the objects of every cluster, and keep them as they were written. */
export const apiServer: Verification = async (progress, signal) => {
  progress("etcd (built once, for some minutes)");
  const etcd = await controlPlaneProgram("etcd", signal);
  progress("kube-apiserver (built once, for some minutes)");
  const server = "missing" in etcd ? etcd : await controlPlaneProgram("kube-apiserver", signal);
  if ("missing" in etcd || "missing" in server) {
    const { missing } = { missing: "", ...etcd, ...server };
    return { tool: TOOL, version: "", checked: "", findings: [], missing };
  }
  const trials = await tryAll({ etcd: etcd.program, "kube-apiserver": server.program }, progress, signal);
  return {
    tool: TOOL,
    version: server.version,
    checked: `${trials.length} stacks, ${trials.reduce((sum, { objects }) => sum + objects, 0)} objects`,
    findings: findingsOf(trials),
    caveats: otherMinors(server.version, defineEnvironments(environmentSettings)),
  };
};

/** Clusters of another minor than that of the API server. */
export const otherMinors = (version: string, environments: readonly Environment[]): string[] =>
  environments
    .flatMap((environment) => environment.clusters)
    .filter(({ cluster }) => !version.startsWith(`${cluster.version}.`))
    .map(
      (environment) =>
        `${clusterLabel(environment)} runs Kubernetes ${environment.cluster.version}, not ${version}`,
    );

const TOOL = "kube-apiserver";
