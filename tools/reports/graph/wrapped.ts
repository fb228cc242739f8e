/** Line in pieces that fit a width, broken between words; all but the first are indented. */
export const wrapped = (line: string, width: number): string[] =>
  (line.match(new RegExp(`\\S.{0,${width - 1}}(?=\\s|$)|\\S+`, "g")) ?? []).map((piece, index) =>
    index === 0 ? piece : `\u00a0\u00a0${piece}`,
  );
