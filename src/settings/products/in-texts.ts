import type { Path } from "../checking/problem";

/**
 * Everything that `find` finds in the keys and texts like `pattern` of a file's value, at any depth. One look at the whole file is quicker
 * than one at each text, which has nothing like it that the file lacks unless the file escapes characters.
 */
export const inTextsLike = <Found>(
  pattern: RegExp,
  file: string,
  value: unknown,
  find: (text: string, path: Path) => readonly Found[],
): Found[] =>
  pattern.test(file) || file.includes("\\")
    ? inTexts(value, (text, path) => (pattern.test(text) ? find(text, path) : []))
    : [];

function inTexts<Found>(
  value: unknown,
  find: (text: string, path: Path) => readonly Found[],
  path: Path = [],
): Found[] {
  if (typeof value === "string") {
    return [...find(value, path)];
  }
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    const below = [...path, Array.isArray(value) ? Number(key) : key];
    return [...find(key, below), ...inTexts(item, find, below)];
  });
}
