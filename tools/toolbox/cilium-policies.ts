import { goModuleProgram, moduleVersion } from "./pinned-programs";
import { installOnce, type Tool } from "./tools";

/** Go module of a small program around Cilium's parser of policies. */
const MODULE = "cilium-policies";

/** Version of Cilium whose parser it is. */
export const ciliumVersion = (): string => moduleVersion(MODULE, "github.com/cilium/cilium");

/** Cilium's own parser of policies: from the cache, or else built once and kept. */
export const ciliumPolicies = installOnce((name: "parser", signal: AbortSignal): Promise<Tool> =>
  goModuleProgram(
    { name: MODULE, source: ["main.go"], version: ciliumVersion(), linkerFlags: "-s -w" },
    name,
    ".",
    signal,
  ),
);
