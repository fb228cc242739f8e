import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformOutput, TerraformStack } from "cdktf";
import { buildSync } from "esbuild";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { PlatformApp } from "../../src/output/platform-app";

let outdir: string;

beforeEach(() => {
  outdir = join(mkdtempSync(join(tmpdir(), "platform-app-")), "cdktf.out");
});

afterEach(() => {
  rmSync(join(outdir, ".."), { recursive: true });
});

const wordOf = (stack: string): string =>
  JSON.parse(readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8")).output.word.value;

/** Synthesises two stacks of one output each. */
function synthesise(): void {
  const app = new PlatformApp({ outdir });
  for (const name of ["one", "two"]) {
    new TerraformOutput(new TerraformStack(app, name), "word", { value: "a" });
  }
  app.synth();
}

test("never shows half a file, and leaves none when it is killed", async () => {
  const program = "node_modules/.cache/platform/synthesise-for-ever.cjs";
  buildSync({
    entryPoints: ["__tests__/support/synthesise-for-ever.ts"],
    outfile: program,
    bundle: true,
    platform: "node",
    packages: "external",
  });
  const child = spawn(process.execPath, [program, outdir], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  await once(child.stdout, "data");

  // A reader sees at any moment the files that a kill at that moment would leave.
  const seen = new Set<string>();
  for (const end = Date.now() + 120_000; seen.size < 25 && Date.now() < end;) {
    JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
    seen.add(wordOf("one"));
  }
  child.kill("SIGKILL");
  await once(child, "exit");

  expect(seen.size).toBe(25);
  synthesise();
  expect(readdirSync(outdir).sort()).toEqual(["manifest.json", "stacks"]);
});
