import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { expect, onTestFinished, test, vi } from "vitest";
import { runProcess } from "../../kit/run-process";

const { signal } = new AbortController();
const WAIT = { timeout: 20_000, interval: 50 };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "run-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const isRunning = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

/** A program with a child that goes on, whose process id it writes down. */
const withChild = (file: string) => ["sh", "-c", `sleep 60 & echo $! > ${file}; wait`];

const pidIn = (file: string): Promise<number> =>
  vi.waitFor(() => {
    const pid = Number(readFileSync(file, "utf8"));
    expect(pid).toBeGreaterThan(0);
    return pid;
  }, WAIT);

test.each([true, false])("returns code and output of a program (tied: %s)", async (tied) => {
  const words = ["sh", "-c", "echo out; echo err >&2; exit 3"];

  expect(await runProcess(words, { cwd: ".", signal, tied })).toEqual({
    code: 3,
    stdout: "out\n",
    stderr: "err\n",
  });
});

test("has the code of a program that is not there", async () => {
  expect((await runProcess(["/nowhere/program"], { cwd: ".", signal, tied: true })).code).toBe(127);
});

test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
  "ends a tied program and its children with %s",
  async (stopWith) => {
    const end = new AbortController();
    const file = join(newFolder(), "pid");
    const catching = ["bash", "-c", `sleep 60 & echo $! > ${file}; trap 'kill -KILL $!; exit' INT; wait`];
    const run = runProcess(catching, { cwd: ".", signal: end.signal, tied: true, stopWith });
    const pid = await pidIn(file);
    end.abort();

    await expect(run).rejects.toThrow("aborted");
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), WAIT);
  },
  60_000,
);

test.each(["SIGINT", "SIGTERM"] as const)(
  "waits for a tied program that puts things in order after %s",
  async (stopWith) => {
    const end = new AbortController();
    const [started, inOrder] = [join(newFolder(), "pid"), join(newFolder(), "in-order")];
    const orderly = `trap 'kill -KILL $!; sleep 1; touch ${inOrder}; exit' INT TERM; echo $$ > ${started}; sleep 60 & wait`;
    const run = runProcess(["bash", "-c", orderly], { cwd: ".", signal: end.signal, tied: true, stopWith });
    await pidIn(started);
    end.abort();

    await expect(run).rejects.toThrow("aborted");
    expect(existsSync(inOrder)).toBe(true);
  },
  60_000,
);

test("ends a tied program and its children when this process is killed", async () => {
  const [file, owner] = [join(newFolder(), "pid"), join(newFolder(), "owner.cjs")];
  const options = `{ cwd: ".", signal: new AbortController().signal, tied: true }`;
  const contents = `import { runProcess } from "./tools/kit/run-process";
    void runProcess(${JSON.stringify(withChild(file))}, ${options});`;
  buildSync({ stdin: { contents, resolveDir: "." }, bundle: true, platform: "node", outfile: owner });
  const { pid: ownersPid = 0 } = spawn(process.execPath, [owner], { stdio: "ignore" });
  const pid = await pidIn(file);

  process.kill(ownersPid, "SIGKILL");

  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), WAIT);
}, 60_000);
