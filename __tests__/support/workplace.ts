import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformOutput, TerraformStack } from "cdktf";
import { onTestFinished } from "vitest";
import { type StateBackendProps, useStateBackend } from "../../src/constructs/state-backend";
import { PlatformApp } from "../../src/output/platform-app";

const STACK = "trial-test";

/** A checkout in which a stack of one resource, for which no provider is needed, is synthesised and applied. */
export class Workplace {
  private readonly root = mkdtempSync(join(tmpdir(), "workplace-"));
  private readonly folder = join(this.root, "cdktf.out", "stacks", STACK);

  constructor() {
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
  }

  /** Synthesises as `npm run synth` does after `backend` was changed in the environment's file. */
  synth(backend: StateBackendProps, workspace = STACK): void {
    const app = new PlatformApp({ outdir: join(this.root, "cdktf.out") });
    const stack = new TerraformStack(app, STACK);
    useStateBackend(stack, workspace, backend);
    stack.addOverride("resource.terraform_data.kept", { input: "kept" });
    new TerraformOutput(stack, "id", { value: "${terraform_data.kept.id}" });
    app.synth();
  }

  /** Runs Terraform in the stack's folder, and fails where it fails. Returns what it printed. */
  terraform(...args: readonly string[]): string {
    const { error, status, stdout, stderr } = this.attempt(...args);
    if (error ?? status !== 0) {
      throw new Error(`terraform ${args.join(" ")}: ${error?.message ?? `ended with ${status}`}\n${stderr}`);
    }
    return stdout;
  }

  /** Runs Terraform in the stack's folder, and says how it ended. */
  attempt(...args: readonly string[]) {
    return spawnSync("terraform", args, {
      cwd: this.folder,
      encoding: "utf8",
      env: { ...process.env, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_CLI_ARGS: "-no-color" },
    });
  }

  /** The id that Terraform gave to the resource when it was made: another one means that it was made anew. */
  id(): string {
    return this.terraform("output", "-raw", "id");
  }

  /** 0 where Terraform would change nothing, 2 where it would change something. */
  planStatus(): number | null {
    return this.attempt("plan", "-detailed-exitcode", "-input=false").status;
  }

  write(name: string, content: string): void {
    writeFileSync(join(this.folder, name), content);
  }

  remove(name: string): void {
    rmSync(join(this.folder, name), { recursive: true });
  }

  /** The resources in a file of local state, by address; nothing where there is no such file. */
  stateOf(workspace: string): string[] {
    const file = join(this.root, "terraform-state", `${workspace}.tfstate`);
    if (!existsSync(file)) {
      return [];
    }
    const { resources } = JSON.parse(readFileSync(file, "utf8")) as {
      resources: { type: string; name: string }[];
    };
    return resources.map(({ type, name }) => `${type}.${name}`);
  }
}
