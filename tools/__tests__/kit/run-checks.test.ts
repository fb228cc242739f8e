import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Check, runChecks } from "../../kit/run-checks";

const node = (name: string, code: string): Check => ({ name, command: [process.execPath, "-e", code] });

/** Runs the checks and returns what was reported while they ran, too. */
async function run(...lanes: Check[][]) {
  const events: string[] = [];
  const results = await runChecks(lanes, {
    started: (name) => events.push(`${name} started`),
    finished: ({ name, outcome }) => events.push(`${name} ${outcome}`),
  });
  return { events, results };
}

test("passes or fails a check by its exit code, and keeps what it printed", async () => {
  const { results } = await run([
    node("good", "console.log('fine')"),
    node("bad", "console.error('broken'); process.exit(3)"),
  ]);

  expect(results).toEqual([
    { name: "good", outcome: "passed", output: "fine\n", seconds: expect.any(Number) },
    { name: "bad", outcome: "failed", output: "broken\n", seconds: expect.any(Number) },
  ]);
});

test("fails a check whose program is not there", async () => {
  const { results } = await run([{ name: "gone", command: ["no-such-program"] }]);

  expect(results[0]).toMatchObject({ outcome: "failed", output: "spawn no-such-program ENOENT" });
});

test("says why a check was skipped, and does not run it", async () => {
  const { results } = await run([{ name: "later", command: ["no-such-program"], skip: "no time" }]);

  expect(results).toEqual([{ name: "later", outcome: "skipped", output: "no time", seconds: 0 }]);
});

test("goes on within a lane after a failure, in order", async () => {
  const { events } = await run([node("one", "process.exit(1)"), node("two", "")]);

  expect(events).toEqual(["one started", "one failed", "two started", "two passed"]);
});

test("runs lanes side by side", async () => {
  const folder = mkdtempSync(join(tmpdir(), "run-checks-"));
  const meet = (own: string, other: string) =>
    node(
      own,
      `const fs = require("fs"); process.chdir(${JSON.stringify(folder)}); fs.writeFileSync("${own}", "");
       const wait = setInterval(() => fs.existsSync("${other}") && process.exit(0), 5);
       setTimeout(() => process.exit(1), 3000);`,
    );
  const { results } = await run([meet("one", "two")], [meet("two", "one")]);
  rmSync(folder, { recursive: true });

  expect(results.map(({ outcome }) => outcome)).toEqual(["passed", "passed"]);
});
