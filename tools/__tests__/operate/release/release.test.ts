import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { releaseWith } from "../../../../__tests__/support/releases";
import { parse } from "../../../kit/command-arguments";
import { actionOf, RELEASE } from "../../../operate/release/arguments";
import { diffOf } from "../../../operate/release/diff";
import { makeRelease } from "../../../operate/release/make";

const first = releaseWith();
const later = releaseWith({
  nodes: "1.36.2-20260720",
  eksAddons: { ...first.eksAddons, coredns: "v1.14.3-eksbuild.3" },
  charts: { ...first.charts, reloader: "2.2.17", "external-dns": "1.22.0", extra: "1.0.0" },
});

const read = (line: string) =>
  actionOf(parse(RELEASE, line.split(" ").filter(Boolean)), { 1: first, next: first });

describe("npm run release", () => {
  it("compares two releases, or makes one", () => {
    expect(read("diff 1 next")).toEqual({ name: "diff", from: "1", to: "next" });
    expect(read("new")).toEqual({ name: "new" });
  });

  it.each([
    [
      "no release to compare",
      "diff",
      "<from>: expected a release, 1, next, got none; write npm run release -- diff <from> <to>\n" +
        "<to>: expected a release, 1, next, got none; write npm run release -- diff <from> <to>",
    ],
    ["an unknown release", "diff 1 nxt", '<to>: expected 1, next, got "nxt"; did you mean next?'],
    [
      "a number for a new one",
      "new 7",
      '7: expected nothing after new, got "7"; a release has the number after the newest',
    ],
  ])("refuses %s", (_, line, message) => {
    expect(() => read(line)).toThrow(message);
  });
});

describe("the difference of two releases", () => {
  it("is a table of what moves, with the step that the CRDs of a chart need first", () => {
    const rows = diffOf({ 1: first, 2: later }, "1", "2").split("\n");

    expect(rows.map((row) => row.split(/ {2,}/).slice(0, 3))).toEqual([
      ["what", "1", "2"],
      ["images of nodes", "1.36.2-20260714", "1.36.2-20260720"],
      ["EKS add-on coredns", first.eksAddons.coredns, "v1.14.3-eksbuild.3"],
      ["chart external-dns", first.charts["external-dns"], "1.22.0"],
      ["chart extra", "-", "1.0.0"],
      ["chart reloader", first.charts.reloader, "2.2.17"],
    ]);
    expect(rows.filter((row) => row.includes("CRDs, which Helm does not upgrade"))).toEqual([rows[3]]);
  });

  it("is said to be none", () => {
    expect(diffOf({ 1: first, next: first }, "1", "next")).toBe(
      "Releases 1 and next have the same versions.",
    );
  });
});

describe("a new release", () => {
  const made = (releases: Parameters<typeof makeRelease>[0]) => {
    const folder = mkdtempSync(join(tmpdir(), "releases-"));
    try {
      const text = makeRelease(releases, folder);
      const [index, written] = ["index.ts", "2.json"].map((file) => readFileSync(join(folder, file), "utf8"));
      return { text, index: index!, written: JSON.parse(written!) as unknown };
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it("has the next number, the versions of the one in the making, and a place in the list", () => {
    const { text, index, written } = made({ 1: first, next: later });

    expect(written).toEqual(later);
    expect(text).toMatch(/^Made release 2: src\/platform\/releases\/2\.json\n/);
    expect(text).toContain("npm run upgrade -- --to 2 <environment>");
    expect(index).toContain('import release1 from "./1.json";\nimport release2 from "./2.json";\n');
    expect(index).toContain("  1: release1,\n  2: release2,\n  next,\n");
  });

  it("writes the list as it is in the repository, from wherever the platform's folder is", () => {
    const { index } = made({ 1: first, next: later });
    const withoutSecond = (text: string) => text.replace(/.*release2.*\n/g, "");
    const atHome = index.replace(/".*\/src\/settings\//, '"../../settings/');

    expect(withoutSecond(atHome)).toBe(withoutSecond(readFileSync("src/platform/releases/index.ts", "utf8")));
  });

  it("is refused where nothing is new, and where none is in the making", () => {
    expect(() => makeRelease({ 1: first, next: first })).toThrow(
      "next.json: expected a version that release 1 does not have, got none; raise one there first",
    );
    expect(() => makeRelease({ 1: first })).toThrow(
      "next.json: expected the release in the making, got none",
    );
  });
});
