import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const page = readFileSync("docs/security.md", "utf8");

/** Rows of the table of faults: the sentence of a test, and its file or folder. */
const rows = page
  .slice(page.indexOf("## Faults that tests catch"), page.indexOf("## A finding"))
  .split("\n")
  .flatMap((line) => {
    const [, fault = "", sentence = "", place = ""] = line.split("|").map((cell) => cell.trim());
    return place.startsWith("`") ? [{ fault, sentence, place: place.replaceAll("`", "") }] : [];
  });

const textOf = (place: string): string =>
  statSync(place).isDirectory()
    ? readdirSync(place)
        .map((name) => textOf(join(place, name)))
        .join("\n")
    : readFileSync(place, "utf8");

/** Beginning of a sentence, before any value that a test fills in. */
const beginning = (sentence: string): string =>
  /^[\w']+(?: [a-z']+(?![\w-])){1,2}/.exec(sentence)?.[0] ?? sentence;

describe("faults of docs/security.md", () => {
  it("are ten and more", () => {
    expect(rows.length).toBeGreaterThan(10);
  });

  it.each(rows)("are in a test that is there: $fault", ({ sentence, place }) => {
    expect(textOf(place)).toContain(beginning(sentence));
  });
});
