import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { verifyReport } from "../../verify/report";
import type { Judgement } from "../../verify/judgement";

const good: Judgement = {
  name: "charts",
  tool: "helm",
  version: "3.1.2",
  checked: "3 charts",
  findings: [],
  seconds: 12.34,
};

const linesOf = (...judgements: Judgement[]) =>
  stripVTControlCharacters(verifyReport(judgements)).split("\n");

test("shows one row for each verification", () => {
  expect(
    linesOf(good, { ...good, name: "iam", tool: "iam-simulate", checked: "9 roles", seconds: 1 }),
  ).toEqual([
    "verification  tool          version  checked   findings    time",
    "charts        helm          3.1.2    3 charts         0  12.3 s",
    "iam           iam-simulate  3.1.2    9 roles          0   1.0 s",
  ]);
});

test("lists what was found, and what was left out, above the table", () => {
  const report = linesOf({ ...good, findings: ["dex: no such key"], caveats: ["loki was not rendered"] });

  expect(report.slice(0, 3)).toEqual([
    "charts: dex: no such key",
    "charts, less than whole: loki was not rendered",
    "",
  ]);
  expect(report.at(-1)).toMatch(/ 1 {2}12\.3 s$/);
});

test("says in its row that a tool is missing", () => {
  const report = linesOf({ ...good, version: "", checked: "", missing: "no Go" });

  expect(report[1]).toMatch(/^charts +helm +NOT CHECKED: no Go +– +12\.3 s$/);
});

test("counts in its row what was not checked, says why above, and names all gaps below", () => {
  const report = linesOf({ ...good, notChecked: ["loki: no such host"] }, { ...good, name: "iam" });

  expect(report[0]).toBe("charts, NOT CHECKED: loki: no such host");
  expect(report[3]).toMatch(/ 3 charts; 1 NOT CHECKED +0 +12\.3 s$/);
  expect(report.at(-1)).toBe(
    "NOT CHECKED on this machine, at least in part: charts. npm run verify -- --complete fails for this.",
  );
});

test("says in its row since when nothing has changed, and below how to run it again", () => {
  const report = linesOf({ ...good, unchangedSince: "2026-11-29 14:02 UTC", seconds: 0.4 });

  expect(report[1]).toMatch(/ 3 charts: unchanged since 2026-11-29 14:02 UTC, green +0 +0\.4 s$/);
  expect(report.at(-1)).toBe(
    "1 of 1 did not run: nothing that they depend on has changed since they were green. npm run verify -- --again runs all.",
  );
});
