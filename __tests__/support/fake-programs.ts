import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";

/** A machine whose PATH has nothing but the given shell scripts, by name, and whose cache is empty. */
export function machineWith(programs: Readonly<Record<string, string>>): { cache: string } {
  const folder = mkdtempSync(join(tmpdir(), "machine-"));
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const [name, script] of Object.entries(programs)) {
    writeProgram(join(bin, name), script);
  }
  vi.stubEnv("PATH", bin);
  vi.stubEnv("XDG_CACHE_HOME", folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  return { cache: join(folder, "govuk-platform") };
}

export function writeProgram(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}
