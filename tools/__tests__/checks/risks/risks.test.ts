import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { problemsOfReason } from "../../../../src/settings/checking/reason";
import { ACCEPTED_RISKS, type AcceptedRisk } from "../../../checks/risks/accepted";
import { verdictOf } from "../../../verify/risks";

const risk: AcceptedRisk = {
  title: "A weakness",
  allows: "Something bad.",
  reason: "It is worth it.",
  remedy: "Remove it.",
  until: "2027-03-31",
};
const on = (day: string) => verdictOf([risk], new Date(`${day}T09:00:00Z`));

test("A risk far from its day is quiet", () => {
  expect(on("2027-02-28")).toMatchObject({ findings: [], caveats: [] });
});

test.each(["2027-03-01", "2027-03-30"])("A risk within thirty days of its day is warned of: %s", (day) => {
  expect(on(day)).toMatchObject({
    findings: [],
    caveats: [expect.stringContaining("A weakness: ")],
  });
});

test.each(["2027-03-31", "2028-01-01"])("A risk whose day has come fails, with its remedy: %s", (day) => {
  expect(on(day)).toMatchObject({
    findings: [
      "tools/checks/risks/accepted.ts: A weakness: accepted until 2027-03-31; Remove it. Or set a later day, and say why",
    ],
    caveats: [],
  });
});

test.each(ACCEPTED_RISKS)("$title: has a reason, a remedy and a day within two years", (accepted) => {
  expect(problemsOfReason(accepted.reason, [], "")).toEqual([]);
  expect(problemsOfReason(accepted.remedy, [], "")).toEqual([]);
  expect(accepted.until).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(Date.parse(accepted.until) - Date.parse("2026-11-29")).toBeLessThan(2 * 366 * 86_400_000);
});

test("The accepted risks are those on the page about security, with their days", () => {
  const page = readFileSync("docs/security.md", "utf8");

  const rows = page
    .slice(page.indexOf("## Accepted risks"), page.indexOf("## Faults that tests catch"))
    .split("\n");
  const days = rows.flatMap((row) => {
    const [, title = "", , , until = ""] = row.split("|").map((cell) => cell.trim());
    return /^\d{4}-/.test(until) ? [`${title}: ${until}`] : [];
  });

  expect(days).toEqual(ACCEPTED_RISKS.map(({ title, until }) => `${title}: ${until}`));
});
