import { Lexer, Parser } from "yaml";

/** Whether lists and maps stand deeper inside each other than that. Reads no further than it takes to know. */
export function isDeeperThan(levels: number, text: string): boolean {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    // The parser gets on only when it is asked for what it has finished.
    Array.from(parser.next(lexeme));
    // What it is in the middle of, the first of which is the document.
    if (parser.stack.length - 1 > levels) {
      return true;
    }
  }
  return false;
}
