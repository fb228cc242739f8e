import { goModuleProgram, moduleVersion } from "./pinned-programs";
import { installOnce, type Tool } from "./tools";

/** Packages of Velero's server and of its plugin for AWS. */
const PACKAGES = {
  velero: ".",
  "velero-plugin-for-aws": "github.com/vmware-tanzu/velero-plugin-for-aws/velero-plugin-for-aws",
} as const;

/** Name of a program of Velero. */
export type VeleroProgram = keyof typeof PACKAGES;

const MODULE = "velero";

/** Version of Velero whose server this is. */
export const veleroVersion = (): string => moduleVersion(MODULE, "github.com/vmware-tanzu/velero");

/** A program of Velero: from the cache, or else built once and kept. */
export const veleroProgram = installOnce((name: VeleroProgram, signal: AbortSignal): Promise<Tool> =>
  goModuleProgram(
    { name: MODULE, source: ["main.go"], version: veleroVersion(), linkerFlags: "-s -w" },
    name,
    PACKAGES[name],
    signal,
  ),
);
