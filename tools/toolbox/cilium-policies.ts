import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { lastLine, retried } from "../kit/retried";
import { runProcess } from "../kit/run-process";
import { GO_BUILD } from "./go-tools";
import { installOnce, type Tool, toolCache } from "./tools";

/** Go module of a small program around Cilium's parser of policies, and the hashes of all that it is made of. */
const MODULE = resolve("tools/toolbox/cilium-policies");
const FILES = ["go.mod", "go.sum", "main.go"] as const;

/** Version of Cilium whose parser it is. */
export const ciliumVersion = (): string =>
  /github\.com\/cilium\/cilium v(\S+)/.exec(readFileSync(join(MODULE, "go.mod"), "utf8"))![1]!;

/** Cilium's own parser of policies: from the cache, or else built by the Go on this machine and kept. */
export const ciliumPolicies = installOnce(async (_: "parser", signal: AbortSignal): Promise<Tool> => {
  const program = toolCache("bin", `cilium-policies-${contentKey()}`);
  const problem = existsSync(program) ? undefined : await build(program, signal);
  return problem === undefined ? { program, version: ciliumVersion(), caveats: [] } : { missing: problem };
});

function contentKey(): string {
  const hash = createHash("sha256");
  FILES.forEach((file) => hash.update(readFileSync(join(MODULE, file))));
  return hash.digest("hex").slice(0, 12);
}

/** Builds the program, or returns why it cannot. */
async function build(program: string, signal: AbortSignal): Promise<string | undefined> {
  mkdirSync(toolCache("bin"), { recursive: true });
  const scratch = mkdtempSync(toolCache("bin", ".cilium-policies-"));
  try {
    FILES.forEach((file) => copyFileSync(join(MODULE, file), join(scratch, file)));
    const { code, stderr } = await retried(() =>
      runProcess(["go", "build", "-trimpath", "-ldflags=-s -w", "-o", "program", "."], {
        cwd: scratch,
        // Read-only: a module without a hash in go.sum is refused.
        env: { ...process.env, ...GO_BUILD, GOFLAGS: "-mod=readonly" },
        signal,
      }),
    );
    if (code === 127) {
      return "Go, which builds Cilium's parser, was not found";
    }
    if (code !== 0) {
      return `Cilium's parser: go build failed: ${lastLine(stderr)}`;
    }
    renameSync(join(scratch, "program"), program);
    return undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
