import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lastLine, retried } from "../kit/retried";
import { runProcess } from "../kit/run-process";
import { installOnce, type InstalledTool, type Tool, TOOL_VERSIONS, toolCache } from "./tools";

interface GoProgram {
  readonly path: string;

  /**
   * Version of its Go module.
   *
   * @default - the program's
   */
  readonly moduleVersion?: string;

  /**
   * Modules that the program needs in a later version than it declares, because it is made with its own copy
   * of them.
   *
   * @default - none
   */
  readonly ahead?: readonly string[];

  /**
   * Modules that the program's own `go.mod` replaces by others, as `go mod edit -replace` takes them: Go reads such lines of
   * the main module alone.
   *
   * @default - none
   */
  readonly replaced?: readonly string[];

  /** Arguments that make it print its version. */
  readonly versionArguments: readonly string[];
}

const PROGRAMS = {
  actionlint: { path: "github.com/rhysd/actionlint/cmd/actionlint", versionArguments: ["-version"] },
  amtool: { path: "github.com/prometheus/alertmanager/cmd/amtool", versionArguments: ["--version"] },
  dex: {
    path: "github.com/dexidp/dex/cmd/dex",
    // A module without /v2 in its path has no version 2 for Go, but the commit of the release.
    moduleVersion: "v0.0.0-20250829100637-2dce75009acf", // 2.44.0
    ahead: ["github.com/dexidp/dex/api/v2@v2.4.0"],
    versionArguments: ["version"],
  },
  gator: { path: "github.com/open-policy-agent/gatekeeper/v3/cmd/gator", versionArguments: ["version"] },
  helm: { path: "helm.sh/helm/v3/cmd/helm", versionArguments: ["version", "--short"] },
  // It has the libraries that Flux 2.8 builds with.
  kustomize: { path: "sigs.k8s.io/kustomize/kustomize/v5", versionArguments: ["version"] },
  kyverno: {
    path: "github.com/kyverno/kyverno/cmd/cli/kubectl-kyverno",
    replaced: [
      "k8s.io/pod-security-admission=github.com/kyverno/pod-security-admission@v0.0.0-20251031094455-46f20778634f",
    ],
    versionArguments: ["version"],
  },
  promtool: {
    path: "github.com/prometheus/prometheus/cmd/promtool",
    // Prometheus 3.14.0 is version 0.314.0 of its module.
    moduleVersion: TOOL_VERSIONS.promtool.replace(
      /^(\d+)\.(\d+)\./,
      (_, major, minor: string) => `v0.${major}${minor.padStart(2, "0")}.`,
    ),
    versionArguments: ["--version"],
  },
} satisfies Partial<Record<keyof typeof TOOL_VERSIONS, GoProgram>>;

/** Name of a program that Go builds. */
export type GoToolName = keyof typeof PROGRAMS;

/**
 * A program written in Go at its pinned version: from the cache, from PATH if that is the same version, or
 * else built by the Go on this machine and kept. If it cannot be built, any version on PATH serves, with a
 * caveat.
 */
export const goTool = installOnce(async (name: GoToolName, signal: AbortSignal): Promise<Tool> => {
  const program = toolCache("bin", `${name}-${TOOL_VERSIONS[name]}`);
  const pinned = { program, version: TOOL_VERSIONS[name], caveats: [] };
  const onPath = isProgram(program) ? pinned : programOnPath(name);
  if (onPath?.caveats.length === 0) {
    return onPath;
  }
  const problem = await build(name, program, signal);
  return problem === undefined ? pinned : (onPath ?? { missing: problem });
});

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function programOnPath(name: GoToolName): InstalledTool | undefined {
  const { error, stdout } = spawnSync(name, PROGRAMS[name].versionArguments, { encoding: "utf8" });
  if (error !== undefined) {
    return undefined;
  }
  const pin = TOOL_VERSIONS[name];
  const version = /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? "unknown";
  return {
    program: name,
    version,
    caveats: version === pin ? [] : [`${name} ${version} on PATH, not ${pin}`],
  };
}

/**
 * Settings of each build. The checksum database vouches for every module, even for those that this machine
 * exempts from it.
 *
 * @see https://go.dev/ref/mod#checksum-database
 */
export const GO_BUILD = {
  CGO_ENABLED: "0",
  GOFLAGS: "-mod=mod",
  GOSUMDB: "sum.golang.org",
  GONOSUMDB: "none",
  GOPRIVATE: "none",
  GOINSECURE: "none",
};

/** Builds the program, or returns why it cannot. */
async function build(name: GoToolName, program: string, signal: AbortSignal): Promise<string | undefined> {
  const {
    path,
    moduleVersion = `v${TOOL_VERSIONS[name]}`,
    ahead = [],
    replaced = [],
  }: GoProgram = PROGRAMS[name];
  mkdirSync(toolCache("bin"), { recursive: true });
  const scratch = mkdtempSync(toolCache("bin", `.${name}-`));
  const env = { ...process.env, ...GO_BUILD };
  try {
    // Not `go install`, which refuses a module that replaces another.
    for (const args of [
      ["mod", "init", "verify"],
      ...replaced.map((modules) => ["mod", "edit", `-replace=${modules}`]),
      ["get", `${path}@${moduleVersion}`, ...ahead],
      ["build", "-ldflags=-s -w", "-o", name, path],
    ]) {
      const { code, stderr } = await retried(() =>
        runProcess(["go", ...args], { cwd: scratch, env, signal }),
      );
      if (code === 127) {
        return `neither ${name} nor Go, which builds it, was found`;
      }
      if (code !== 0) {
        return `go ${args[0]} failed: ${lastLine(stderr)}`;
      }
    }
    renameSync(join(scratch, name), program);
    return undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
