import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { changesOf, fieldsOf, KINDS, NAME } from "../../../../checks/emulate/tenants/fields";
import { TRIALS } from "../../../../checks/emulate/tenants/kinds";
import { NOT_YET, PAGE } from "../../../../checks/emulate/tenants/page";
import { stackOf } from "../../../../checks/emulate/tenants/product";
import { WAYS } from "../../../../checks/emulate/tenants/verdicts";

const folder = mkdtempSync(join(tmpdir(), "fields-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const named = TRIALS.map((trial) => [trial.title, trial] as const);

describe("fields of tenants' resources", () => {
  it("are those of the schema, of every kind", () => {
    expect(KINDS).toHaveLength(13);
    expect([...new Set(TRIALS.map(({ kind }) => kind))].sort()).toEqual([...KINDS].sort());
    expect(fieldsOf("topic")).toEqual(["usedBy", "renamedFrom", "protection", "shares", "fifo"]);
  });

  it.each(named)("have another value each: %s", (_, trial) => {
    const { kind, changes, fixed = [] } = trial;

    expect(changesOf(trial).map(({ field }) => field)).toEqual(
      fieldsOf(kind).filter((field) => !fixed.includes(field)),
    );
    expect(Object.keys(changes).filter((field) => !fieldsOf(kind).includes(field))).toEqual([]);
  });

  it.each(named)("may change, so that synth writes another stack: %s", (_, trial) => {
    const { base } = trial;
    const written = (name: string, settings: typeof base) =>
      JSON.stringify(stackOf({ ...trial, name, settings, live: true }, folder).json);
    const first = written(NAME, base);

    // The protection of some kinds is the check of moves alone.
    for (const { name, settings } of changesOf(trial).filter(({ field }) => field !== "protection")) {
      expect(written(name, settings)).not.toBe(first);
    }
  });
});

/** Trials that no run has measured to the end. */
const UNMEASURED = ["bucket", "cdn", "postgres", "postgres with aurora", "mysql", "redis", "search"];

describe("the page about changes", () => {
  const page = existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "";
  const rowsOf = (title: string): string[][] =>
    (page.split(/^## /m).find((section) => section.startsWith(`${title}\n`)) ?? "")
      .split("\n")
      .filter((line) => line.startsWith("| `"))
      .map((line) => line.split("|").map((cell) => cell.trim()));

  it.each(named.filter(([title]) => !UNMEASURED.includes(title)))(
    "has a measured row for each field: %s",
    (title, trial) => {
      const rows = rowsOf(title);

      expect(rows.map(([, field]) => field)).toEqual(changesOf(trial).map(({ field }) => `\`${field}\``));
      expect(rows.filter(([, , way = ""]) => ![...WAYS, "refused"].includes(way))).toEqual([]);
    },
  );

  it.each(UNMEASURED)("says that it lacks %s", (title) => {
    expect(page).toContain(`## ${title}\n\n${NOT_YET}`);
  });
});
