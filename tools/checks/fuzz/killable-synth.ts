import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as breathe, setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import { DEFAULT_PLATFORM, platformIn } from "../../toolbox/bundle-platform";

/** Files by path, with their content. */
export type Output = ReadonlyMap<string, string>;

/**
 * Returns, again and again while a synth runs, whether to kill it now. `staging` is the folder that it writes
 * first.
 */
export type IsTime = (staging: string) => boolean;

const PROGRAM = "node_modules/.cache/platform/one-synth.cjs";

/** A synth of production's stacks, in a process of its own. */
export class KillableSynth {
  private constructor(private readonly outdir: string) {}

  /** Prepares a synth with its output in `outdir`. */
  static async into(outdir: string): Promise<KillableSynth> {
    await build({
      entryPoints: ["tools/checks/fuzz/one-synth.ts"],
      outfile: PROGRAM,
      bundle: true,
      platform: "node",
      target: "node20",
      packages: "external",
      logLevel: "silent",
      plugins: [platformIn(DEFAULT_PLATFORM)],
    });
    return new KillableSynth(outdir);
  }

  /**
   * Synthesises for a region, and returns the output.
   *
   * @throws Error if it fails
   */
  async whole(region: string): Promise<Output> {
    const child = this.start(region);
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) {
      throw new Error(`a synth that nobody kills ends with ${code}`);
    }
    return this.output();
  }

  /** Synthesises for a region until it is time, or until it has ended. */
  async killed(region: string, isTime: IsTime): Promise<void> {
    const child = this.start(region);
    const exit = once(child, "exit");
    const staging = join(this.outdir, `.staging-${child.pid}`);
    while (child.exitCode === null && !isTime(staging)) {
      // Files move within milliseconds, so poll without a pause once there are any. Before, leave the
      // processor alone.
      await (existsSync(staging) ? breathe() : wait(1));
    }
    child.kill("SIGKILL");
    await exit;
  }

  /** The files that are published. */
  output(): Output {
    const files = this.files().filter((file) => !file.startsWith("."));
    return new Map(files.map((file) => [file, readFileSync(join(this.outdir, file), "utf8")]));
  }

  /** Files beside them that a killed synth has left. */
  leftovers(): string[] {
    return existsSync(this.outdir) ? readdirSync(this.outdir).filter((name) => name.startsWith(".")) : [];
  }

  private files(): string[] {
    return readdirSync(this.outdir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.outdir.length + 1));
  }

  private start(region: string): ChildProcess {
    const env = { ...process.env, CDKTF_OUTDIR: this.outdir };
    return spawn(process.execPath, [PROGRAM, region], { env, stdio: "ignore" });
  }
}
