import type { Path } from "../checking/problem";
import { inTextsLike } from "./in-texts";

/** Word with a letter that looks like another. */
interface ForeignLetter {
  readonly path: Path;
  readonly word: string;

  /** The letter and its code point, such as `а (U+0430)`. */
  readonly letter: string;
}

/** A letter that is not ASCII, which most text lacks. */
const OTHER = /[^\p{ASCII}]/u;

const LATIN = /\p{Script=Latin}/u;

/** A letter of an alphabet that has letters like Latin's. */
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

/** Words that mix Latin letters with others that look like them, in keys and values of any depth of what a file says. */
export const foreignLetters = (file: string, value: unknown): ForeignLetter[] =>
  inTextsLike(OTHER, file, value, (text, path) => wordsOf(text).flatMap((word) => mixed(word, path)));

const wordsOf = (text: string): string[] => text.split(/[\s/,.;:]+/);

function mixed(word: string, path: Path): ForeignLetter[] {
  const found = FOREIGN.exec(word)?.[0];
  return found !== undefined && LATIN.test(word)
    ? [{ path, word, letter: `${found} (${codeOf(found)})` }]
    : [];
}

const codeOf = (letter: string): string =>
  `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
