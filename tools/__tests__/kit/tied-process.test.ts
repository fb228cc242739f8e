import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { expect, onTestFinished, test, vi } from "vitest";
import { startTied } from "../../kit/tied-process";

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tied-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

/** A server that writes down its process id and goes on. */
const server = (folder: string) => ["sh", "-c", `echo $$ > ${join(folder, "pid")}; exec sleep 60`];

const pidIn = (folder: string): Promise<number> =>
  vi.waitFor(() => {
    const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
    expect(pid).toBeGreaterThan(0);
    return pid;
  }, WAIT);

const WAIT = { timeout: 20_000, interval: 50 };

test("ends a server when it is told to, and leaves its folder", async () => {
  const folder = newFolder();
  const tied = startTied(server(folder), folder, "server");
  const pid = await pidIn(folder);

  await tied.stop();

  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), WAIT);
  expect(existsSync(folder)).toBe(true);
});

test("gives the last line of a server that ends by itself", async () => {
  const folder = newFolder();

  expect(
    await startTied(["sh", "-c", "echo one; echo port is taken >&2; exit 1"], folder, "server").ended,
  ).toBe("port is taken");
});

test("ends the server and removes its folder when its owner is killed", async () => {
  const folder = newFolder();
  const owner = join(newFolder(), "owner.cjs");
  const call = `startTied(${JSON.stringify(server(folder))}, ${JSON.stringify(folder)}, "server");`;
  buildSync({
    stdin: { contents: `import { startTied } from "./tools/kit/tied-process"; ${call}`, resolveDir: "." },
    ...{ bundle: true, platform: "node", outfile: owner },
  });
  const { pid: ownersPid = 0 } = spawn(process.execPath, [owner], { stdio: "ignore" });
  const pid = await pidIn(folder);

  process.kill(ownersPid, "SIGKILL");

  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), WAIT);
  await vi.waitFor(() => expect(existsSync(folder)).toBe(false), WAIT);
}, 60_000);
