import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, test, vi } from "vitest";
import type { Command } from "../../kit/run-command";

const SCRIPTS = (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> })
  .scripts;

/** Scripts that call a program of others, whose help is that program's. */
const OF_OTHERS = ["floors", "follow-guides", "format", "layout", "lint", "rehearse", "test", "types"];

/** Commands of tools/cli by the name of their script, with arguments that the script gives. */
const OURS = Object.entries(SCRIPTS).flatMap(([script, text]) => {
  const [, name, rest = ""] = /^node tools\/cli\/run\.cjs (\S+)(.*)$/.exec(text) ?? [];
  return name === undefined ? [] : [{ script, name, given: rest.split(" ").filter(Boolean) }];
});

const commandOf = async (name: string) =>
  ((await import(`../../cli/${name}.ts`)) as { command: Command }).command;

let stdout: MockInstance<typeof console.log>;
let stderr: MockInstance<typeof console.error>;

beforeEach(() => {
  stdout = vi.spyOn(console, "log").mockImplementation(() => undefined);
  stderr = vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

it("is in package.json for every file of tools/cli", () => {
  const files = readdirSync("tools/cli").flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []);

  expect([...new Set(OURS.map(({ name }) => name))].sort()).toEqual(files.sort());
});

it("has no other form in package.json", () => {
  const names = [...OURS.map(({ script }) => script), ...OF_OTHERS];

  expect(Object.keys(SCRIPTS).sort()).toEqual(names.sort());
});

describe.each(OURS)("npm run $script", ({ name, given }) => {
  it("explains itself, and does nothing else", async () => {
    const { line, start } = await commandOf(name);
    await start([...given, "--help"]);

    const help = String(stdout.mock.calls);
    expect(help).toMatch(
      new RegExp(`^Usage: npm run ${name}( -- .+)?\n\n[A-Z][^]+[.>]\n\n[^]*  --help +prints this`),
    );
    Object.keys(line.options).forEach((option) => expect(help).toContain(`  --${option}`));
    line.args.forEach((argument) => expect(help).toContain(`  <${argument.name}>`));
    expect([stdout.mock.calls.length, stderr.mock.calls.length, process.exitCode]).toEqual([1, 0, undefined]);
  });

  it("refuses an option that does not exist, with the nearest", async () => {
    const { line, start } = await commandOf(name);
    const word = line.passesOnTo === undefined ? "--hepl" : "--plan";
    await start([...given, word]);

    const said = String(stderr.mock.calls);
    expect(said).toContain(
      line.passesOnTo === undefined ? "did you mean --help?" : "--plan: expected it after",
    );
    expect(said).toContain(`\nusage: npm run ${name}`);
    expect([stdout.mock.calls.length, process.exitCode]).toEqual([0, 1]);
  });
});

describe("the program that starts commands", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [resolve("tools/cli/run.cjs"), ...args], { encoding: "utf8" });

  test("starts the one of a name", () => {
    expect(run("get", "--help")).toMatchObject({ status: 0, stderr: "" });
  });

  test("refuses a name that no command has", () => {
    expect(run("sinth")).toMatchObject({
      status: 1,
      stderr: "sinth: expected a command, got none of that name; npm run lists them\n",
    });
  });
});
