import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { differingFiles } from "../checks/cdktn/same-output";
import { successorModules } from "../checks/cdktn/successor";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { runProcess } from "../kit/run-process";
import { bundlePlatform, DEFAULT_PLATFORM } from "../toolbox/bundle-platform";
import { TOOL_VERSIONS } from "../toolbox/tools";
import type { Verification } from "./verdict";

/**
 * Checks that the same source makes the same Terraform with CDK Terrain, the successor of the CDK for
 * Terraform: the project can move by one line of package.json, and back.
 */
export const cdktn: Verification = async (progress, signal) => {
  progress("npm install");
  const successor = await successorModules(signal);
  if ("missing" in successor) {
    return { tool: "cdktn", version: "", checked: "", findings: [], missing: successor.missing };
  }
  return inTemporaryFolder("cdktn", async (folder) => {
    progress("synth");
    const bundle = join(folder, "main.cjs");
    await bundlePlatform(DEFAULT_PLATFORM, bundle);

    const ours = await synthWith(resolve("node_modules"), join(folder, "cdktf"), bundle, signal);
    const theirs = await synthWith(successor.modules, join(folder, "cdktn"), bundle, signal);
    const failures = [ours, theirs].flatMap(({ failure }) => failure ?? []);
    const whole = failures.length === 0;
    return {
      tool: "cdktn",
      version: TOOL_VERSIONS.cdktn,
      checked: `${whole ? readdirSync(join(ours.outdir, "stacks")).length : "no"} stacks`,
      findings: whole ? differencesOf(ours.outdir, theirs.outdir) : failures,
    };
  });
};

/**
 * Differences in the successor's output, and a finding if that output is not the successor's: then nothing
 * would differ.
 */
export function differencesOf(ours: string, theirs: string): string[] {
  const { version } = JSON.parse(readFileSync(join(theirs, "manifest.json"), "utf8")) as { version: string };
  const successor = TOOL_VERSIONS.cdktn;
  return [
    ...(version === successor ? [] : [`${version} synthesised, not cdktn ${successor}`]),
    ...differingFiles(ours, theirs),
  ];
}

/** Runs a copy of the bundle that finds its packages in `modules`. */
async function synthWith(modules: string, folder: string, bundle: string, signal: AbortSignal) {
  mkdirSync(folder);
  symlinkSync(modules, join(folder, "node_modules"));
  const program = join(folder, "main.cjs");
  cpSync(bundle, program);

  const outdir = join(folder, "cdktf.out");
  const env = { ...process.env, CDKTF_OUTDIR: outdir };
  const { code, stdout, stderr } = await runProcess([process.execPath, program], {
    cwd: process.cwd(),
    env,
    signal,
  });
  return { outdir, failure: code === 0 ? undefined : `synth fails: ${(stderr || stdout).trim()}` };
}
