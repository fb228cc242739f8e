import { expect, test } from "vitest";
import { judge } from "../../verify/judge";
import type { Verdict, Verification } from "../../verify/verdict";

const clean: Verdict = { tool: "helm", version: "3.1.2", checked: "3 charts", findings: [] };

/** Runs one verification and returns what was said while it ran, too. */
async function run(verify: Verification, signal = new AbortController().signal) {
  const said: string[] = [];
  const judgements = await judge(
    [[{ name: "charts", proves: "", verify }]],
    {
      show: (name, text = "") => said.push(`${name} ${text}`.trim()),
      end: (_, line) => said.push(line.replace(/[\d.]+ s$/, "… s")),
    },
    signal,
  );
  return { said, judgements };
}

test("keeps the verdict, with whose it is and how long it took", async () => {
  const { judgements } = await run(() => Promise.resolve(clean));

  expect(judgements).toEqual([{ ...clean, name: "charts", seconds: expect.any(Number) }]);
});

test("says how far a verification has come, and how it ended", async () => {
  const { said } = await run((progress) => {
    progress("dex");
    return Promise.resolve({ ...clean, findings: ["one", "two"] });
  });

  expect(said).toEqual(["charts", "charts dex", "charts: 2 findings … s"]);
});

test("says that a tool is missing", async () => {
  const { said } = await run(() => Promise.resolve({ ...clean, missing: "no helm" }));

  expect(said.at(-1)).toBe("charts: not checked … s");
});

test("takes a verification that breaks down for a finding", async () => {
  const { judgements } = await run(() => Promise.reject(new Error("no such folder")));

  expect(judgements[0]!.findings).toEqual([expect.stringContaining("broke down: Error: no such folder")]);
});

test("ends where it is interrupted, without a verdict", async () => {
  const interruption = new AbortController();
  const verify: Verification = () => {
    interruption.abort();
    return Promise.reject(new Error("killed"));
  };

  await expect(run(verify, interruption.signal)).rejects.toThrow("aborted");
});
