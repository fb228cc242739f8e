import { type ControlPlaneProgram, controlPlaneProgram, kubernetesVersion } from "./control-plane";
import { goTool } from "./go-tools";

/** Programs with which stacks are applied on this machine, by their names. */
export type ApplyPrograms = Readonly<Record<ControlPlaneProgram | "helm", string>>;

const NAMES: readonly ControlPlaneProgram[] = ["etcd", "kube-apiserver", "kube-controller-manager"];

/** Programs of a control plane, and Helm: from the cache, or else built one after the other. */
export async function applyPrograms(
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<{ readonly version: string; readonly programs: ApplyPrograms } | { readonly missing: string }> {
  const programs: Partial<Record<ControlPlaneProgram, string>> = {};
  for (const name of NAMES) {
    progress(`${name} (built once, takes minutes)`);
    const tool = await controlPlaneProgram(name, signal);
    if ("missing" in tool) {
      return { missing: tool.missing };
    }
    programs[name] = tool.program;
  }
  const helm = await goTool("helm", signal);
  return "missing" in helm
    ? { missing: `helm: ${helm.missing}` }
    : { version: kubernetesVersion(), programs: { ...(programs as ApplyPrograms), helm: helm.program } };
}
