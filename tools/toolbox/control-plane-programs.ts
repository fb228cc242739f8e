import { type ControlPlaneProgram, controlPlaneProgram, kubernetesVersion } from "./control-plane";

/** Programs of a control plane, or the reason why this machine has not all of them. */
export type ControlPlane =
  | { readonly version: string; readonly programs: Readonly<Record<ControlPlaneProgram, string>> }
  | { readonly missing: string };

const NAMES: readonly ControlPlaneProgram[] = ["etcd", "kube-apiserver", "kube-controller-manager"];

/** All programs of a control plane: from the cache, or else built one after the other. */
export async function controlPlanePrograms(
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<ControlPlane> {
  const programs: Partial<Record<ControlPlaneProgram, string>> = {};
  for (const name of NAMES) {
    progress(`${name} (built once, takes minutes)`);
    const tool = await controlPlaneProgram(name, signal);
    if ("missing" in tool) {
      return { missing: tool.missing };
    }
    programs[name] = tool.program;
  }
  return { version: kubernetesVersion(), programs: programs as Record<ControlPlaneProgram, string> };
}
