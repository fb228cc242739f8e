/** Prose from a file: a comment, a paragraph, a list item or a table cell. */
export interface Passage {
  readonly file: string;

  /** Line of the file on which the prose begins, from 1. */
  readonly line: number;

  /** Prose without comment or list marks. Line breaks are those of the file. */
  readonly text: string;

  /** Doc comments open with a noun or verb, so their first words are counted. */
  readonly kind: "doc comment" | "comment" | "page";
}

/** One sentence of a passage, and the line on which it begins. */
export interface Sentence {
  readonly line: number;
  readonly text: string;
}

const CODE = /`[^`]*`|\]\([^)]*\)/g;

/** Replaces code and link targets, which are not prose, by as many characters. */
export const withoutCode = (text: string): string =>
  text.replace(CODE, (code) => code.replace(/[^\n]/g, "`"));

const END_OF_SENTENCE = /(?<=[.!?][)*_"”’]*)\s+|\n\s*\n/g;

/** Sentences of a passage. */
export function sentencesOf({ line, text }: Passage): Sentence[] {
  const prose = withoutCode(text);
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { index, 0: gap } of [...prose.matchAll(END_OF_SENTENCE), { index: text.length, 0: "" }]) {
    if (index > start) {
      const sentence = text.slice(start, index);
      const before = text.slice(0, start + sentence.search(/\S/)).split("\n").length - 1;
      sentences.push({ line: line + before, text: sentence.trim().replace(/\s*\n\s*/g, " ") });
    }
    start = index + gap.length;
  }
  return sentences;
}
