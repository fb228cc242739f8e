import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const MODULE = "modules/secure-bucket";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "secure-bucket-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const terraform = (...args: string[]) => spawnSync("terraform", args, { cwd: folder, encoding: "utf8" });

describe("modules/secure-bucket", () => {
  test("is formatted", () => {
    cpSync(MODULE, folder, { recursive: true });

    expect(terraform("fmt", "-check", "-recursive").stdout).toBe("");
  });

  test("refuses bad variables", () => {
    // Without the resources, so that no provider has to be downloaded.
    cpSync(join(MODULE, "variables.tf"), join(folder, "variables.tf"));
    cpSync(join(MODULE, "tests"), join(folder, "tests"), { recursive: true });
    terraform("init");

    expect(terraform("test", "-no-color").stdout).toMatch(/^Success! 8 passed, 0 failed\.$/m);
  });
});
