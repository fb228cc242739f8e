import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { lastLine, retried } from "../kit/retried";
import { runProcess } from "../kit/run-process";
import { GO_BUILD } from "./go-tools";
import { installOnce, type Tool, toolCache } from "./tools";

/** Packages of the programs that make up a control plane of Kubernetes. */
const PACKAGES = {
  etcd: "go.etcd.io/etcd/server/v3",
  "kube-apiserver": "k8s.io/kubernetes/cmd/kube-apiserver",
  "kube-controller-manager": "k8s.io/kubernetes/cmd/kube-controller-manager",
} as const;

/** Name of a program of the control plane. */
export type ControlPlaneProgram = keyof typeof PACKAGES;

/** Go module that names every module of the programs with its version, and its list of hashes. */
const MODULE = resolve("tools/toolbox/control-plane");
const MODULE_FILES = ["go.mod", "go.sum"] as const;

/** Version of a module that the control plane's `go.mod` requires. */
export const moduleVersion = (module: string): string => {
  const lines = readFileSync(join(MODULE, "go.mod"), "utf8").split("\n");
  const line = lines.find((text) => text.trim().startsWith(`${module} v`))!;
  return line.trim().split(" ")[1]!.replace(/^v/, "");
};

/** Version of Kubernetes whose control plane this is. */
export const kubernetesVersion = (): string => moduleVersion("k8s.io/kubernetes");

/**
 * A program of Kubernetes' control plane: from the cache, or else built by the Go on this machine and kept.
 * The folder in the cache is named after the content of `go.mod` and `go.sum`, and after how they are
 * built: other versions are another folder.
 */
export const controlPlaneProgram = installOnce(
  async (name: ControlPlaneProgram, signal: AbortSignal): Promise<Tool> => {
    const folder = toolCache("control-plane", `${kubernetesVersion()}-${contentKey()}`);
    const program = join(folder, name);
    const problem = existsSync(program) ? undefined : await build(name, folder, signal);
    return problem === undefined
      ? { program, version: versionOf(name), caveats: [] }
      : { missing: `${name}: ${problem}` };
  },
);

const versionOf = (name: ControlPlaneProgram): string =>
  name === "etcd" ? moduleVersion(PACKAGES.etcd) : kubernetesVersion();

function contentKey(): string {
  const hash = createHash("sha256");
  MODULE_FILES.forEach((file) => hash.update(readFileSync(join(MODULE, file))));
  hash.update(linkerFlags());
  return hash.digest("hex").slice(0, 12);
}

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

/** Builds the program, or returns why it cannot. */
async function build(
  name: ControlPlaneProgram,
  folder: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(folder, ".build-"));
  try {
    MODULE_FILES.forEach((file) => copyFileSync(join(MODULE, file), join(scratch, file)));
    const { code, stderr } = await retried(() =>
      runProcess(["go", "build", "-trimpath", `-ldflags=${linkerFlags()}`, "-o", name, PACKAGES[name]], {
        cwd: scratch,
        // Read-only: a module without a hash in go.sum is refused.
        env: { ...process.env, ...GO_BUILD, GOFLAGS: "-mod=readonly" },
        signal,
      }),
    );
    if (code === 127) {
      return "Go, which builds it, was not found";
    }
    if (code !== 0) {
      return `go build failed: ${lastLine(stderr)}`;
    }
    renameSync(join(scratch, name), join(folder, name));
    return undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
