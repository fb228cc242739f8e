import type { Passage } from "./passage";

const FENCE = /^\s*(?:```|~~~)/;
const HEADING = /^\s*#/;
const ITEM = /^(?:\s|>)*(?:[-*+]|\d+\.)\s+(?:\[[ x]\]\s+)?/;
const ROW = /^\s*\|/;

/** Passages of a Markdown page: paragraphs, list items and table cells, without headings and code blocks. */
export function passagesOfPage(file: string, source: string): Passage[] {
  const passages: Passage[] = [];
  let isCode = false;
  let isOpen = false;
  const add = (line: number, text: string) => passages.push({ file, line, text, kind: "page" });

  source.split("\n").forEach((content, index) => {
    const line = index + 1;
    const isFence = FENCE.test(content);
    const isProse = !isFence && !isCode && !HEADING.test(content) && content.trim() !== "";
    isCode = isFence ? !isCode : isCode;

    if (isProse && ROW.test(content)) {
      cellsOf(content).forEach((cell) => add(line, cell));
    } else if (isProse && isOpen && !ITEM.test(content)) {
      const last = passages.pop()!;
      add(last.line, `${last.text}\n${content.replace(/^[\s>]+/, "")}`);
    } else if (isProse) {
      add(line, content.replace(ITEM, "").replace(/^[\s>]+/, ""));
    }
    isOpen = isProse && !ROW.test(content);
  });
  return passages;
}

const cellsOf = (row: string): string[] =>
  row
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .filter((cell) => /\w/.test(cell));
