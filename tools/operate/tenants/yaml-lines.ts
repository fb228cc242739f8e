import { isMap, isScalar, parseDocument } from "yaml";

/** Lines of a key and its value, by their indexes. */
interface Block {
  readonly lines: readonly string[];
  readonly first: number;

  /** Last line with text. */
  readonly last: number;

  /** Spaces before the key. */
  readonly indent: number;
}

/**
 * Text without a key and its value, every other line as it was; `undefined` where the key is not on lines of its own, such as
 * between braces.
 */
export function withoutKey(text: string, path: readonly string[]): string | undefined {
  const block = blockAt(text, path);
  if (block === undefined) {
    return undefined;
  }
  const { lines, first, last, indent } = block;
  const before = lines.slice(0, first).join("\n");
  const after = lines.slice(last + 1);
  const next = after.findIndex((line) => line.trim() !== "");
  if (next < 0) {
    return `${before.trimEnd()}\n`;
  }
  // Empty lines before a line that is further out part what is around the key.
  const kept = indentOf(after[next]!) < indent ? after : after.slice(next);
  return [...lines.slice(0, first), ...kept].join("\n");
}

/** Text with lines at the end of a key's value, every other line as it was; `undefined` as above. */
export function withLinesIn(
  text: string,
  path: readonly string[],
  added: readonly string[],
): string | undefined {
  const block = blockAt(text, path);
  if (block === undefined || block.last === block.first) {
    return undefined;
  }
  const { lines, last, indent } = block;
  const before = " ".repeat(indent + 2);
  return [...lines.slice(0, last + 1), ...added.map((line) => before + line), ...lines.slice(last + 1)].join(
    "\n",
  );
}

function blockAt(text: string, path: readonly string[]): Block | undefined {
  let node: unknown = parseDocument(text).contents;
  let offset = 0;
  for (const name of path) {
    const pair =
      isMap(node) && node.flow !== true
        ? node.items.find(({ key }) => isScalar(key) && String(key.value) === name)
        : undefined;
    if (pair === undefined || !isScalar(pair.key)) {
      return undefined;
    }
    offset = pair.key.range?.[0] ?? 0;
    node = pair.value;
  }
  const lines = text.split("\n");
  const first = text.slice(0, offset).split("\n").length - 1;
  const indent = indentOf(lines[first]!);
  return { lines, first, last: lastOf(lines, first, indent), indent };
}

/** Last line of what begins on another: those that follow are indented further, or are items of its list. */
function lastOf(lines: readonly string[], first: number, indent: number): number {
  let last = first;
  for (let index = first + 1; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.trim() === "") {
      continue;
    }
    if (indentOf(line) <= indent && !line.startsWith(`${" ".repeat(indent)}- `)) {
      break;
    }
    last = index;
  }
  return last;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
