import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Copies `stacks.json`, stack by stack, to where CDKTF would write them. */
const SYNTH = `
const fs = require("node:fs"), path = require("node:path");
const outdir = process.env.CDKTF_OUTDIR ?? path.join(__dirname, "cdktf.out");
const stacks = JSON.parse(fs.readFileSync(path.join(__dirname, "stacks.json"), "utf8"));
fs.mkdirSync(outdir, { recursive: true });
const file = (id) => path.join("stacks", id, "cdk.tf.json");
for (const [id, json] of Object.entries(stacks)) {
  fs.mkdirSync(path.join(outdir, "stacks", id), { recursive: true });
  fs.writeFileSync(path.join(outdir, file(id)), JSON.stringify(json));
}
const entries = Object.keys(stacks).map((id) => [id, { synthesizedStackPath: file(id) }]);
fs.writeFileSync(path.join(outdir, "manifest.json"), JSON.stringify({ stacks: Object.fromEntries(entries) }));
`;

const IDENTITY = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];

/** A small project of its own, in a folder that goes with the test. Its stacks are what `stacks.json` says. */
export class Checkout {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "checkout-")));

  constructor(stacks: object) {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
    this.write(
      "package.json",
      JSON.stringify({ name: "project", version: "1.0.0", scripts: { synth: "node synth.js" } }),
    );
    this.write(
      "package-lock.json",
      JSON.stringify({ name: "project", version: "1.0.0", lockfileVersion: 3, packages: {} }),
    );
    this.write(".gitignore", "node_modules\ncdktf.out\n");
    this.write("node_modules/dependency/index.js", "");
    this.write("synth.js", SYNTH);
    this.stacks(stacks);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  stacks(stacks: object): void {
    this.write("stacks.json", JSON.stringify(stacks));
  }

  /** Synthesises as `npm run synth` does, without waiting for npm or another Node. */
  synthesise(): void {
    createRequire(this.folder)(join(this.folder, "synth.js"));
  }

  git(...args: string[]): string {
    return execFileSync("git", [...IDENTITY, ...args], { cwd: this.folder, encoding: "utf8", stdio: "pipe" });
  }

  /** Makes a repository of it, if need be, and commits everything. */
  commit(): void {
    const steps = [
      "git init --quiet --template= --initial-branch main",
      "git add --all",
      `git ${IDENTITY.join(" ")} commit --quiet --message commit`,
    ];
    execFileSync("sh", ["-c", steps.join(" && ")], { cwd: this.folder, stdio: "pipe" });
  }
}
