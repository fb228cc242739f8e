import { Lexer, Parser } from "yaml";

/** True if lists and maps are nested deeper than that. Stops reading as soon as it knows. */
export function isDeeperThan(levels: number, text: string): boolean {
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
