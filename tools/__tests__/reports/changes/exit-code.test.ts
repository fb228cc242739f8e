import { expect, it } from "vitest";
import { exitCodeOf } from "../../../reports/changes/exit-code";
import type { Report } from "../../../reports/changes/report";

const item = {} as never;
const report = (
  changes: number,
  destructiveChanges: number,
): Pick<Report, "changes" | "destructiveChanges"> => ({
  changes: Array<never>(changes).fill(item),
  destructiveChanges: Array<never>(destructiveChanges).fill(item),
});

const [SAME, CHANGED, DESTROYED] = [report(0, 0), report(1, 0), report(1, 1)];

it.each([
  ["none", SAME, 0],
  ["none", CHANGED, 0],
  ["none", DESTROYED, 0],
  ["any", SAME, 0],
  ["any", CHANGED, 2],
  ["any", DESTROYED, 3],
  ["destructive", SAME, 0],
  ["destructive", CHANGED, 0],
  ["destructive", DESTROYED, 3],
] as const)("--fail-on %s tells a change from a destroyed database", (failOn, of, code) => {
  expect(exitCodeOf(of, failOn)).toBe(code);
});
