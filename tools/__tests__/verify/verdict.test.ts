import { expect, test } from "vitest";
import { fails, type Verdict } from "../../verify/verdict";

const good: Verdict = { tool: "helm", version: "3.1.2", checked: "3 charts", findings: [] };

test("a finding fails a run", () => {
  expect(fails({ ...good, findings: ["dex: no such key"] }, false)).toBe(true);
  expect(fails(good, true)).toBe(false);
});

test("a missing tool fails a run that is to be complete, and no other", () => {
  const verdict = { ...good, missing: "no Go" };

  expect([fails(verdict, false), fails(verdict, true)]).toEqual([false, true]);
});

test("a part that was not checked fails a run that is to be complete, and no other", () => {
  const verdict = { ...good, notChecked: ["loki: no such host"] };

  expect([fails(verdict, false), fails(verdict, true)]).toEqual([false, true]);
});
