import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Git checkout of a few files, in a folder that goes with the test. */
export class SmallProject {
  readonly folder = mkdtempSync(join(tmpdir(), "project-"));

  constructor(files: Readonly<Record<string, string>>) {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
    execFileSync("git", ["init", "--quiet", "--template="], { cwd: this.folder });
    Object.entries(files).forEach(([file, text]) => this.write(file, text));
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }
}
