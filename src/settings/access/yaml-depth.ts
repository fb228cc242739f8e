import { Lexer, Parser } from "yaml";

/** True if lists and maps are nested deeper than that. Stops reading as soon as it knows. */
export function isDeeperThan(levels: number, text: string): boolean {
  if (mostLevelsOf(text) < levels) {
    return false;
  }
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    // The parser advances only when it is asked for what it has finished.
    Array.from(parser.next(lexeme));
    // Open collections, the first of which is the document.
    if (parser.stack.length - 1 > levels) {
      return true;
    }
  }
  return false;
}

/**
 * Levels that a text can have at most, which is far below any limit for nearly every file: each needs a bracket, a space of
 * indentation, or a dash, colon or question mark of its line.
 */
function mostLevelsOf(text: string): number {
  const brackets = text.match(/[[{]/g)?.length ?? 0;
  const ofLines = text.split("\n").map((line) => /^[\s?:-]*/.exec(line)![0].length);
  return brackets + Math.max(...ofLines) + 4;
}
