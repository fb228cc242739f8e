/** A place of a text, wherever the formatter broke its lines. */
const placeOf = (lines: string): RegExp =>
  new RegExp(
    lines
      .split("\n")
      .map((line) => line.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("\\s*"),
  );

/** Tells a text that has the lines, however the formatter broke them. */
export const hasPlace = (text: string, lines: string): boolean => placeOf(lines).test(text);

/** Text with one place changed; `undefined` where it has none. */
export const changed = (text: string, before: string, after: string): string | undefined =>
  hasPlace(text, before) ? text.replace(placeOf(before), () => after.trimStart()) : undefined;
