import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Edit, parseGuide } from "../../operate/new/guide";
import { organisation } from "../../samples/platform";
import { hasPlace } from "../../operate/new/place";
import { renamed } from "../../operate/new/renamed";

const ADDON = "docs/adding-an-add-on.md";

/** Names under which the guide to an environment may have been followed, and its own. */
const NAMES = ["preview", ...organisation.promotion];

/** Places of a change: before the guide was followed, and after it was, for each name. */
const placesOf = (edit: Edit): string[] => [
  edit.before!,
  ...NAMES.flatMap((name) => renamed({ edits: [edit], commands: [] }, "preview", name).edits).map(
    ({ after }) => after,
  ),
];

describe.each([ADDON, "docs/adding-an-environment.md", "docs/adding-a-cluster.md"])("%s", (guide) => {
  const text = readFileSync(guide, "utf8");
  const { edits } = parseGuide(text);

  it("shows changes to files", () => {
    expect(edits).not.toEqual([]);
  });

  it.each(edits.filter(({ before }) => before !== undefined))(
    "finds its place in $file, or was followed there: $before",
    (edit) => {
      const text = readFileSync(edit.file, "utf8");

      expect(placesOf(edit).filter((place) => hasPlace(text, place))).not.toEqual([]);
    },
  );

  it("makes files that are not there yet, unless it was followed", () => {
    const others = edits.filter(
      ({ file, before, after }) =>
        before === undefined && existsSync(file) && !hasPlace(readFileSync(file, "utf8"), after),
    );

    expect(others.map(({ file }) => file)).toEqual([]);
  });

  it("links to files that are there", () => {
    const links = [...text.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, link]) => link);

    expect(links.filter((link) => !existsSync(`docs/${link}`))).toEqual([]);
  });
});

describe("an add-on by its guide", () => {
  const { edits } = parseGuide(readFileSync(ADDON, "utf8"));
  const folderOf = (file: string) => file.slice(0, file.lastIndexOf("/"));

  it("is one folder and one test", () => {
    const made = edits.filter(({ before }) => before === undefined).map(({ file }) => folderOf(file));

    expect([...new Set(made)]).toEqual(["src/addons/snapshot-keeper", "__tests__/addons/snapshot-keeper"]);
  });

  it("is one statement, its place in the record of add-ons, and what others must know of its image, role and versions", () => {
    const changed = edits.filter(({ before }) => before !== undefined).map(({ file }) => file);

    expect([...new Set(changed)]).toEqual([
      "src/settings/addons/index.ts",
      "src/stacks/cluster-services/foundation.ts",
      "src/stacks/cluster-services/image-repositories.ts",
      "tools/checks/iam/access/addons.ts",
      "tools/checks/iam/upstream-policies.ts",
      "tools/reports/bom/newest-on-record.json",
      "src/platform/releases/next.json",
      "renovate.json",
    ]);
  });
});
