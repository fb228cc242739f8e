import { goModuleProgram, moduleVersion } from "./pinned-programs";
import { installOnce, type Tool } from "./tools";

/** Packages of the programs that make up a control plane of Kubernetes. */
const PACKAGES = {
  etcd: "go.etcd.io/etcd/server/v3",
  "kube-apiserver": "k8s.io/kubernetes/cmd/kube-apiserver",
  "kube-controller-manager": "k8s.io/kubernetes/cmd/kube-controller-manager",
} as const;

/** Name of a program of the control plane. */
export type ControlPlaneProgram = keyof typeof PACKAGES;

/** Go module that names every module of the programs with its version. */
const MODULE = "control-plane";

/** Version of Kubernetes whose control plane this is. */
export const kubernetesVersion = (): string => moduleVersion(MODULE, "k8s.io/kubernetes");

/** A program of Kubernetes' control plane: from the cache, or else built once and kept. */
export const controlPlaneProgram = installOnce(
  async (name: ControlPlaneProgram, signal: AbortSignal): Promise<Tool> => {
    const module = { name: MODULE, version: kubernetesVersion(), linkerFlags: linkerFlags() };
    const tool = await goModuleProgram(module, name, PACKAGES[name], signal);
    return "missing" in tool ? tool : { ...tool, version: versionOf(name) };
  },
);

const versionOf = (name: ControlPlaneProgram): string =>
  name === "etcd" ? moduleVersion(MODULE, PACKAGES.etcd) : kubernetesVersion();

/** Flags that also tell the programs their version, for which charts ask. */
function linkerFlags(): string {
  const version = kubernetesVersion();
  const [major, minor] = version.split(".");
  const told = { gitVersion: `v${version}`, gitMajor: major, gitMinor: minor };
  const variables = Object.entries(told).map(
    ([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`,
  );
  return ["-s", "-w", ...variables].join(" ");
}
