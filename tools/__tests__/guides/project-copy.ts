import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import type { Block } from "../../../__tests__/support/terraform";
import type { Edit, Guide } from "../../operate/new/guide";
import { changed } from "../../operate/new/place";

/** Programs of commands that change files; a reader runs all other commands for their effect elsewhere. */
const CHANGES_FILES = /^(?:cp|mkdir|npm run release|sed) /;

/** Copy of the project without its packages' own folders, in which a test follows a guide. */
export class ProjectCopy {
  readonly folder = mkdtempSync(join(tmpdir(), "guide-"));

  constructor() {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
    const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
      encoding: "utf8",
    });
    for (const file of files
      .trim()
      .split("\n")
      .filter((name) => existsSync(name))) {
      cpSync(file, join(this.folder, file));
    }
    // As a reader has it, since verifications ask Git for their inputs.
    execFileSync("git", ["init", "--quiet"], { cwd: this.folder });
    // Without what the packages' folder keeps of this checkout, such as its cache.
    mkdirSync(join(this.folder, "node_modules"));
    readdirSync("node_modules")
      .filter((name) => name === ".bin" || !name.startsWith("."))
      .forEach((name) => symlinkSync(resolve("node_modules", name), join(this.folder, "node_modules", name)));
  }

  /** Does everything that a guide tells, in its order. */
  follow({ edits, commands }: Guide): void {
    edits.forEach((edit) => this.apply(edit));
    for (const command of commands.filter((line) => CHANGES_FILES.test(line))) {
      execFileSync("sh", ["-ec", command], { cwd: this.folder });
    }
  }

  /** Runs a program of the project. */
  run(program: string, ...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.folder,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    return { status, output: `${stdout}${stderr}` };
  }

  /** JSON of a stack that was synthesised. */
  stack(id: string): Block {
    return JSON.parse(this.read(join("cdktf.out", "stacks", id, "cdk.tf.json"))) as Block;
  }

  private read(file: string): string {
    return readFileSync(join(this.folder, file), "utf8");
  }

  private apply({ file, before, after }: Edit): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, before === undefined ? after : replaced(this.read(file), before, after, file));
  }
}

/** Text with one place changed. */
export function replaced(text: string, before: string, after: string, file: string): string {
  const result = changed(text, before, after);
  if (result === undefined) {
    throw new Error(`${file}: expected a place such as\n${before}\ngot none`);
  }
  return result;
}
