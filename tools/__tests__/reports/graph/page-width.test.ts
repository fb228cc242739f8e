import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FOLDER = "docs/pictures";

/** Width in pixels of a page on GitHub, to which it scales what is wider. */
const PAGE = 900;

/** Smallest text that is read without enlarging the page, in pixels. */
const LEGIBLE = 10;

test.each(readdirSync(FOLDER).filter((file) => file.endsWith(".svg")))(
  "%s has text of ten pixels at least on a page of GitHub",
  (file) => {
    const svg = readFileSync(`${FOLDER}/${file}`, "utf8");
    const width = Number(/<svg width="(\d+)pt"/.exec(svg)?.[1]);
    const smallest = Math.min(...[...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size)));

    expect((smallest * PAGE) / width).toBeGreaterThanOrEqual(LEGIBLE);
  },
);

test.each(readdirSync(FOLDER).filter((file) => file.endsWith(".svg")))("%s explains its colours", (file) => {
  const svg = readFileSync(`${FOLDER}/${file}`, "utf8");
  const fills = new Set([...svg.matchAll(/<path fill="(#\w+)"/g)].map(([, fill]) => fill));
  const explained = new Set([...svg.matchAll(/<polygon fill="(#\w+)"/g)].map(([, fill]) => fill));

  expect(fills.size).toBeGreaterThan(0);
  expect([...fills].filter((fill) => !explained.has(fill))).toEqual([]);
});
