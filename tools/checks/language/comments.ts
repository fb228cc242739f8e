import ts from "typescript";
import type { Passage } from "./passage";

const MARKS = /^\s*(?:\/\*+|\*+(?!\/)|\/\/+)?\s?|\s*\*+\/\s*$/g;

/** Comments of a TypeScript file. Consecutive line comments are one passage, a doc comment's tags one each. */
export function commentsOf(file: string, source: string): Passage[] {
  const root = ts.createSourceFile(file, source, ts.ScriptTarget.Latest);
  const passages: Passage[] = [];
  for (const range of joined(source, rangesOf(root, source))) {
    const raw = source.slice(range.pos, range.end);
    const line = root.getLineAndCharacterOfPosition(range.pos).line + 1;
    const kind = raw.startsWith("/**") ? "doc comment" : "comment";
    passages.push(...split({ file, line, kind, text: withoutMarks(raw) }));
  }
  return passages;
}

type Range = Pick<ts.CommentRange, "pos" | "end" | "kind">;

/** Positions of all comments, in the order of the file. */
function rangesOf(root: ts.SourceFile, source: string): Range[] {
  const ranges = new Map<number, Range>();
  const add = (found: readonly Range[] | undefined) =>
    found?.forEach((range) => ranges.set(range.pos, range));
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(root).filter((child) => !ts.isJSDoc(child));
    children.forEach(visit);
    if (children.length === 0) {
      add(ts.getLeadingCommentRanges(source, node.pos));
      add(ts.getTrailingCommentRanges(source, node.end));
    }
  };
  visit(root);
  return [...ranges.values()].sort((a, b) => a.pos - b.pos);
}

/** Joins line comments on consecutive lines. */
function joined(source: string, ranges: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const range of ranges) {
    const last = all.at(-1);
    const continues =
      last !== undefined &&
      [last, range].every(({ kind }) => kind === ts.SyntaxKind.SingleLineCommentTrivia) &&
      /^\n[ \t]*$/.test(source.slice(last.end, range.pos));
    if (continues) {
      all[all.length - 1] = { ...last, end: range.end };
    } else {
      all.push(range);
    }
  }
  return all;
}

const withoutMarks = (raw: string): string =>
  raw
    .split("\n")
    .map((line) => line.replace(MARKS, ""))
    .join("\n");

/** Cuts a doc comment at its tags. Only the first piece can open it. */
function split(passage: Passage): Passage[] {
  const pieces: Passage[] = [];
  let line = passage.line;
  for (const piece of passage.text.split(/\n(?=@)/)) {
    const kind = pieces.length === 0 && !piece.startsWith("@") ? passage.kind : "comment";
    pieces.push({ ...passage, line, kind, text: piece.replace(/^@\w+(?: \{[^}]*\})?(?: - )?/, "") });
    line += piece.split("\n").length;
  }
  return pieces.filter(({ text }) => text.trim() !== "");
}
