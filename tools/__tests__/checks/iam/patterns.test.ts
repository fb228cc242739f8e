import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlap } from "../../../checks/iam/patterns";

/** Texts of two letters, long enough for every pair of patterns below. */
const TEXTS = textsUpTo(7);

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 4 });

describe("two patterns", () => {
  it("overlap exactly if some text matches both", () => {
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        expect(overlap(one, other)).toBe(TEXTS.some((text) => matches(one, text) && matches(other, text)));
      }),
      { numRuns: 300 },
    );
  });

  it("overlap where ? stands for a letter of the other", () => {
    expect(overlap("arn:aws:s3:::bucket-?", "arn:aws:s3:::bucket-1")).toBe(true);
  });
});

const matches = (wanted: string, text: string): boolean =>
  new RegExp(`^${wanted.replaceAll("*", ".*")}$`).test(text);

function textsUpTo(length: number): string[] {
  const shorter = length === 0 ? [] : textsUpTo(length - 1);
  return length === 0 ? [""] : ["", ...shorter.flatMap((text) => [`a${text}`, `b${text}`])];
}
