import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

const RIVER = "examples/river-authority";

function run(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/cli/run.cjs", name, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr: stderr.trimEnd() };
}

describe("a command about the platform of another folder", () => {
  it.each([
    ["describe", ["dev"], "river-authority-terraform-state-dev"],
    ["policies", [], "dev, live"],
    ["bom", ["--environment", "dev"], "dev"],
    ["upgrade", ["dev", "--to", "1.37"], "examples/river-authority/environments.ts"],
  ])("npm run %s reads it", (name, args, shown) => {
    const { stdout, stderr } = run(name, [...args, "--platform", RIVER]);

    expect(stderr).toBe("");
    expect(stdout).toContain(shown);
  });

  it.each([
    ["describe", ["hub"], "eu-central-1"],
    ["policies", [], "northwind-preview"],
    ["bom", ["--environment", "hub"], "hub"],
    ["changes", ["--base", "HEAD"], "Nothing changes"],
  ])("npm run %s reads one without products", (name, args, shown) => {
    const { status, stdout } = run(name, [...args, "--platform", "examples/giant-swarm"]);

    expect(status).toBe(0);
    expect(stdout).toContain(shown);
  });

  it("takes the folder from a variable, too", () => {
    expect(run("describe", ["dev"], { PLATFORM_FOLDER: RIVER }).stdout).toContain("eu-central-1");
  });

  it("is held against the real tools, beside the platforms of the repository", () => {
    const folder = mkdtempSync(join(tmpdir(), "platform-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(
      join(folder, "index.ts"),
      `import { platform as river } from "${resolve(RIVER)}";
      const dev = { ...river.environments[0]!, name: "sandpit" };
      const organisation = { ...river.organisation, accounts: { sandpit: "111122223333" } };
      export const platform = { organisation, environments: [dev] };`,
    );
    writeFileSync(join(folder, "notes.yaml"), "password: hunter2");
    const { status, stdout } = run("verify", ["secrets", "--platform", folder]);

    expect(status).toBe(1);
    expect(stdout).toContain("notes.yaml: [0].password is a secret");
  });

  it("is not verified where its stacks have the names of others' stacks", () => {
    const folder = mkdtempSync(join(tmpdir(), "platform-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "index.ts"), `export { platform } from "${resolve(RIVER)}";`);
    const { status, stderr, stdout } = run("verify", ["secrets", "--platform", folder]);

    expect(status).toBe(1);
    expect(stderr + stdout).toContain(
      "those of the repository's platforms, got dev, live; verifications tell",
    );
  });

  it("knows no environment of the project's own platform then", () => {
    expect(run("describe", ["production", "--platform", RIVER])).toMatchObject({ status: 1, stdout: "" });
  });

  it.each([
    ["nowhere", "nowhere: expected a folder, got nothing; name a folder such as src/platform"],
    ["main.ts", "main.ts: expected a folder, got a file; name a folder such as src/platform"],
    [
      "docs",
      "docs/index.ts: expected a file that exports `platform`, got nothing; name a folder such as src/platform",
    ],
  ])("refuses the folder %s in one line", (folder, message) => {
    expect(run("policies", ["--platform", folder])).toEqual({ status: 1, stdout: "", stderr: message });
  });
});
