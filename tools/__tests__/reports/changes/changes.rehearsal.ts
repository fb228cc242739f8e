import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Checkout } from "../../../../__tests__/support/checkout";

const PROGRAM = [resolve("tools/cli/run.cjs"), "changes"];

let checkout: Checkout;
let scratch: string;

beforeEach(() => {
  checkout = new Checkout({ one: { output: { id: { value: 1 } } } });
  checkout.commit();
  scratch = mkdtempSync(join(tmpdir(), "scratch-"));
});

afterEach(() => rmSync(scratch, { recursive: true }));

/** Runs the program in the checkout; `meanwhile` may do something to it. */
async function run(args: string[], meanwhile?: (kill: () => void) => Promise<void>) {
  const child = spawn(process.execPath, [...PROGRAM, ...args], {
    cwd: checkout.folder,
    env: { ...process.env, TMPDIR: scratch, CI: "true" },
  });
  const text = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (text.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text.stderr += chunk.toString()));
  const [[code]] = await Promise.all([once(child, "close"), meanwhile?.(() => child.kill("SIGINT"))]);
  return { code: code as unknown, ...text };
}

it("exits with 2 if a change is what to fail on, and prints nothing but the result on stdout", async () => {
  checkout.stacks({ one: { output: { id: { value: 2 } } } });
  const { code, stdout } = await run(["--fail-on", "any"]);

  expect(code).toBe(2);
  expect(stdout).toMatch(/^Changes against main \(\w{7}\)\n1 changed, in 1 stack\n\none\n {2}~ output.id\n {6}~ value: 1 → 2\n$/);
});

it("exits with 1 and one line where it is asked for something that does not exist", async () => {
  expect(await run(["--base", "nowhere"])).toEqual({
    code: 1,
    stdout: "",
    stderr:
      '--base: expected a git ref, got "nowhere"; name a branch, a tag or a commit that this checkout has (git fetch)\n',
  });
});

it("removes its worktree when it is interrupted", async () => {
  checkout.write("synth.js", 'require("node:fs").writeFileSync("started", ""); setInterval(() => {}, 1000);');
  checkout.commit();

  const result = await run([], async (kill) => {
    const started = () =>
      readdirSync(scratch).some((folder) => existsSync(join(scratch, folder, "base", "started")));
    while (!started()) {
      await new Promise((done) => setTimeout(done, 20));
    }
    kill();
    kill();
  });

  expect(result.code).toBe(130);
  expect(readdirSync(scratch).filter((name) => name.startsWith("changes-"))).toEqual([]);
  expect(checkout.git("worktree", "list").trim().split("\n")).toHaveLength(1);
});
