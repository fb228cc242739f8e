import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { changesOf, fieldsOf, KINDS, NAME } from "../../../../checks/emulate/tenants/fields";
import { FIXED, TRIED } from "../../../../checks/emulate/tenants/kinds";
import { stackOf } from "../../../../checks/emulate/tenants/product";

const folder = mkdtempSync(join(tmpdir(), "fields-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("fields of tenants' resources", () => {
  it("are those of the schema, of every kind", () => {
    expect(KINDS).toHaveLength(13);
    expect(fieldsOf("topic")).toEqual(["usedBy", "renamedFrom", "protection", "shares", "fifo"]);
  });

  it.each(KINDS)("have another value each: %s", (kind) => {
    expect(changesOf(kind).map(({ field }) => field)).toEqual(
      fieldsOf(kind).filter((field) => !(FIXED[kind] ?? []).includes(field)),
    );
    expect(Object.keys(TRIED[kind].changes).filter((field) => !fieldsOf(kind).includes(field))).toEqual([]);
  });

  it.each(KINDS)("may change, so that synth writes another stack: %s", (kind) => {
    const first = stackOf({ kind, name: NAME, settings: TRIED[kind].base, live: true }, folder).json;
    const written = JSON.stringify(first);

    // The protection of some kinds is the check of moves alone.
    for (const { name, settings } of changesOf(kind).filter(({ field }) => field !== "protection")) {
      expect(JSON.stringify(stackOf({ kind, name, settings, live: true }, folder).json)).not.toBe(written);
    }
  });
});
