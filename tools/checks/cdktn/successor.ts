import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keepFolder } from "../../kit/keep-folder";
import { runProcess } from "../../kit/run-process";
import { TOOL_VERSIONS, toolCache } from "../../toolbox/tools";

/**
 * A `node_modules` in which `cdktf` is CDK Terrain, its successor, and all else is the project's. Installed
 * once for each set of dependencies.
 */
export async function successorModules(
  signal: AbortSignal,
): Promise<{ readonly modules: string } | { readonly missing: string }> {
  const manifest = JSON.stringify(manifestWithSuccessor(readFileSync("package.json", "utf8")), null, 2);
  const digest = createHash("sha256").update(manifest).update(readFileSync("package-lock.json"));
  const folder = toolCache("cdktn", digest.digest("hex").slice(0, 16));
  if (!existsSync(folder)) {
    const problem = await install(manifest, folder, signal);
    if (problem !== undefined) {
      return { missing: problem };
    }
  }
  return { modules: join(folder, "node_modules") };
}

/** Project's manifest with only the packages of a synth, and `cdktf` as another package. */
export function manifestWithSuccessor(text: string): object {
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  const providers = Object.keys(dependencies).filter((name) => name.startsWith("@cdktf/"));
  return {
    private: true,
    dependencies: { ...dependencies, cdktf: `npm:cdktn@${TOOL_VERSIONS.cdktn}` },
    // The providers ask for the predecessor.
    overrides: Object.fromEntries(
      providers.map((name) => [name, { cdktf: "$cdktf", constructs: "$constructs" }]),
    ),
  };
}

/** Options for a quick failure: without a network, npm would try for a minute for each package in turn. */
const PATIENCE = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];

async function install(manifest: string, folder: string, signal: AbortSignal): Promise<string | undefined> {
  mkdirSync(toolCache("cdktn"), { recursive: true });
  const scratch = mkdtempSync(toolCache("cdktn", ".install-"));
  try {
    writeFileSync(join(scratch, "package.json"), manifest);
    const { code, stderr } = await runProcess(
      ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", ...PATIENCE],
      { cwd: scratch, signal },
    );
    if (code === 127) {
      return "npm was not found";
    }
    if (code !== 0) {
      return `npm install failed: ${stderr.match(/^npm error .*/m)?.[0] ?? `it ended with ${code}`}`;
    }
    keepFolder(scratch, folder);
    return undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
