import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { App, type AppConfig, Manifest, TerraformStack } from "cdktf";
import { openStaging, type Others, publish } from "./publish";
import "./quick-resolve";
import { VerificationError } from "./verification-error";
import { claimsOf, type StackInTurn, type StackMaker, writeInTurn, written } from "./write-in-turn";

/** Has another thread write stacks of the same makers into a folder, by the counter that both claim them from. */
export type Helper = (staging: string, counter: Int32Array) => Promise<readonly StackInTurn[]>;

/**
 * A CDKTF app that publishes all of its stacks or none: it synthesises beside the output folder, verifies the
 * result and only then moves it into place.
 */
export class PlatformApp extends App {
  /** @param others - stacks of the output that this app does not have */
  constructor(
    config?: AppConfig,
    private readonly others: Others = "go",
  ) {
    super(config);
  }

  /**
   * Does what `App.synth` does, but without its search for references between stacks. There are none, which a test checks,
   * and the search takes as long as writing the stacks.
   *
   * @throws VerificationError where the Terraform is wrong; the previous output stays as it was
   */
  override synth(): void {
    const staging = openStaging(this.outdir);
    try {
      const manifest = new Manifest(this.manifest.version, staging, false);
      const stacks = this.node.children.filter((construct) => TerraformStack.isStack(construct));
      this.publish(
        staging,
        // No more than one stack's JSON is in memory at a time.
        stacks.map((stack, index) => ({
          index,
          ...written(stack, { staging, outdir: this.outdir }, manifest),
        })),
      );
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  }

  /**
   * Synthesises stacks that are made one at a time, with or without the help of another thread. Returns their names.
   *
   * @throws VerificationError where the Terraform is wrong; the previous output stays as it was
   */
  async synthInTurn(makers: readonly StackMaker[], helper?: Helper): Promise<string[]> {
    const staging = openStaging(this.outdir);
    const counter = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const help = helper?.(staging, counter);
    try {
      const own = writeInTurn(this, makers, claimsOf(counter), { staging, outdir: this.outdir });
      const stacks = [...own, ...((await help) ?? [])].sort((one, other) => one.index - other.index);
      this.publish(staging, stacks);
      return stacks.map(({ entry }) => entry.name);
    } finally {
      // Nothing is left to claim, so that a helper ends before its folder goes.
      Atomics.store(counter, 0, makers.length);
      await Promise.allSettled([help]);
      rmSync(staging, { recursive: true, force: true });
    }
  }

  private publish(staging: string, stacks: readonly StackInTurn[]): void {
    const problems = [...this.node.validate(), ...stacks.flatMap((stack) => stack.problems)];
    if (problems.length > 0) {
      throw new VerificationError(problems);
    }
    const manifest = new Manifest(this.manifest.version, staging, false);
    Object.assign(manifest.stacks, Object.fromEntries(stacks.map(({ entry }) => [entry.name, entry])));
    if (this.others === "stay") {
      addStacksOf(this.outdir, manifest);
    }
    manifest.writeToFile();
    const kept = new Set(stacks.filter((stack) => stack.kept).map(({ entry }) => entry.name));
    publish(staging, this.outdir, { kept, others: this.others });
  }
}

/** Lists the stacks of the previous output besides those of this one. */
function addStacksOf(outdir: string, manifest: Manifest): void {
  const path = join(outdir, Manifest.fileName);
  if (existsSync(path)) {
    const previous = JSON.parse(readFileSync(path, "utf8")) as Pick<Manifest, "stacks">;
    Object.assign(manifest.stacks, { ...previous.stacks, ...manifest.stacks });
  }
}
