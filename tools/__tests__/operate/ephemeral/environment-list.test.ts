import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LIST, withEnvironment, withoutEnvironment } from "../../../operate/ephemeral/environment-list";

const listOf = (settings: string) => `const settings: readonly EphemeralSettings[] = [${settings}];\n`;

describe("the list of ephemeral environments", () => {
  it("is one that the command can add to, and take from again", () => {
    const list = readFileSync(LIST, "utf8");

    expect(withoutEnvironment(withEnvironment(list, "eph-new1"), "eph-new1")).toBe(list);
  });

  it("gets a new environment before the others", () => {
    expect(withEnvironment(listOf('{ id: "eph-1" }'), "eph-2")).toBe(
      listOf('{ id: "eph-2" },{ id: "eph-1" }'),
    );
  });

  it("loses an environment with the settings that somebody added, and no other", () => {
    const added =
      '{\n    id: "eph-1",\n    cluster: { version: "1.35", endpointAccess: { public: false } },\n  }';

    expect(withoutEnvironment(listOf(`{ id: "eph-12" }, ${added}, { id: "eph-2" }`), "eph-1")).toBe(
      listOf('{ id: "eph-12" },  { id: "eph-2" }'),
    );
  });

  it("is left to people where it is not as the command knows it", () => {
    expect(() => withEnvironment("export const ephemerals = [];", "eph-1")).toThrow(
      `${LIST}: expected "const settings: readonly EphemeralSettings[] = [" once, got none; add eph-1 by hand`,
    );
    expect(() => withoutEnvironment(listOf("one, two"), "eph-1")).toThrow(
      `${LIST}: expected { id: "eph-1" }, got none; remove eph-1 by hand`,
    );
  });
});
