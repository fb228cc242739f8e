import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const GUIDES = ["docs/adding-an-add-on.md", "docs/adding-an-environment.md"];

interface Edit {
  readonly file: string;

  /** The place before the change and after it. */
  readonly before: string;
  readonly after: string;
}

/** A file's name in bold, a block of changes to it, or a block of its code. */
const PARTS = /^\*\*`([^`]+)`\*\*$|^```diff\n([^]*?)^```$|^```ts\n([^]*?)^```$/gm;

function editsIn(text: string): Edit[] {
  let file = "";
  return [...text.matchAll(PARTS)].flatMap(([, name, block, whole]) => {
    file = name ?? file;
    if (whole !== undefined) {
      // A whole file that the reader is to create has no place yet.
      return existsSync(file) ? [{ file, before: whole, after: whole }] : [];
    }
    const lines = block?.trimEnd().split("\n") ?? [];
    const without = (sign: string) =>
      lines
        .filter((line) => !line.startsWith(sign))
        .map((line) => line.slice(1))
        .join("\n");
    return lines.length === 0 ? [] : [{ file, before: without("+"), after: without("-") }];
  });
}

/** Code without what depends on its layout. */
const bare = (code: string): string => code.replace(/[,\s]/g, "");

describe.each(GUIDES)("%s", (guide) => {
  const text = readFileSync(guide, "utf8");
  const edits = editsIn(text);

  it("shows changes to files", () => {
    expect(edits.length).toBeGreaterThan(5);
  });

  // After the change as well, so that a reader of the guide is not told to correct it.
  it.each(edits)("finds its place in $file: $before", ({ file, before, after }) => {
    const code = bare(readFileSync(file, "utf8"));

    expect([before, after].filter((place) => code.includes(bare(place)))).not.toEqual([]);
  });

  it("links to files that are there", () => {
    const links = [...text.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, link]) => link);

    expect(links.filter((link) => !existsSync(`docs/${link}`))).toEqual([]);
  });
});
