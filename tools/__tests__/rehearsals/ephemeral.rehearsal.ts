import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const LIST = "src/platform/environments/ephemeral.ts";

/** Id that no real environment is likely to have while this runs. */
const ID = "eph-commandtest";

let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "ephemeral-command-"));
  ["src", "tools", "package.json", "tsconfig.json", ".prettierrc.json"].forEach((path) =>
    cpSync(path, join(project, path), { recursive: true }),
  );
  symlinkSync(resolve("node_modules"), join(project, "node_modules"));
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

const ephemeral = (...args: string[]) => {
  const command = ["tools/cli/run.cjs", "ephemeral", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: project, encoding: "utf8" });
  return { status, stdout, lines: stderr.trim().split("\n") };
};

describe("npm run ephemeral", { timeout: 60_000 }, () => {
  it("writes an environment down, knows it from then on, and forgets it in the end", () => {
    const before = readFileSync(join(project, LIST), "utf8");

    expect(ephemeral("create", ID).status).toBe(0);
    expect(ephemeral("create", ID)).toEqual({
      status: 1,
      stdout: "",
      lines: [`create: expected an id that is free, got "${ID}", which is taken; choose another`],
    });
    expect(ephemeral("destroy", ID)).toMatchObject({ status: 0, lines: [""] });
    expect(ephemeral("destroy", ID, "--finish").status).toBe(0);
    expect(readFileSync(join(project, LIST), "utf8")).toBe(before);
  });

  it("says in one line what is wrong and fails", () => {
    const { status, stdout, lines } = ephemeral("create", "eph_abc123");

    expect([status, stdout, lines.length]).toEqual([1, "", 1]);
  });
});
