import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../../kit/command-error";
import type { Progress } from "../../kit/run-checks";
import { runProcess } from "../../kit/run-process";
import type { JsonMap } from "../../terraform-json/json-map";
import type { Stacks } from "./report";

export interface Synthesis {
  /** Readable name of the side. */
  readonly name: string;
  readonly folder: string;

  /** Output folder of the stacks. */
  readonly outdir: string;

  /**
   * Files of the products whose tenants alone are synthesised.
   *
   * @default - every stack of the platform
   */
  readonly products?: readonly string[] | "all" | undefined;
}

/**
 * Runs a checkout's own `npm run synth` into another folder.
 *
 * @throws CommandError with the whole output if it fails
 */
export async function synthesise(
  { name, folder, outdir, products }: Synthesis,
  progress: Progress,
  signal: AbortSignal,
): Promise<Stacks> {
  const env = {
    ...process.env,
    CDKTF_OUTDIR: outdir,
    ...(Array.isArray(products) && { CHANGED_PRODUCTS: JSON.stringify(products) }),
  };
  const only = products === undefined ? [] : ["--", "--only", "tenants"];
  await step(
    `synth of ${name}`,
    ["npm", "run", "--silent", "synth", ...only],
    { cwd: folder, env, signal },
    progress,
  );

  const { stacks } = read(join(outdir, "manifest.json")) as {
    stacks: Record<string, { synthesizedStackPath: string }>;
  };
  return new Map(
    Object.entries(stacks).map(([id, { synthesizedStackPath }]) => [
      id,
      read(join(outdir, synthesizedStackPath)),
    ]),
  );
}

const read = (file: string): JsonMap => JSON.parse(readFileSync(file, "utf8")) as JsonMap;

/** Gives a checkout the dependencies of another one, or installs its own. */
export async function provideDependencies(
  folder: string,
  shared: string | undefined,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  if (shared === undefined || !existsSync(shared)) {
    await step("npm ci for the base", ["npm", "ci"], { cwd: folder, signal }, progress);
    return;
  }
  mkdirSync(join(folder, "node_modules"));
  // Package by package: .cache holds a checkout's own bundle.
  for (const name of readdirSync(shared).filter((entry) => entry !== ".cache")) {
    symlinkSync(join(shared, name), join(folder, "node_modules", name));
  }
}

async function step(
  name: string,
  command: readonly string[],
  process: Parameters<typeof runProcess>[1],
  progress: Progress,
): Promise<void> {
  progress.started(name);
  const start = performance.now();
  const { code, stdout, stderr } = await runProcess(command, process);
  const seconds = (performance.now() - start) / 1000;
  progress.finished({ name, outcome: code === 0 ? "passed" : "failed", seconds, output: "" });
  if (code !== 0) {
    throw new CommandError(`${name} failed:\n${(stdout + stderr).trimEnd()}`);
  }
}
