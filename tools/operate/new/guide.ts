/** Change of a file, as a block of a guide shows it. */
export interface Edit {
  readonly file: string;

  /** Place before the change; `undefined` where the block is a whole file. */
  readonly before: string | undefined;
  readonly after: string;
}

/** Blocks of code and names of files in bold, the only parts of a guide that a reader copies. */
const PARTS = /^\*\*`([^`]+)`\*\*$|^```(diff|ts|json|sh)\n([^]*?)^```$/gm;

export interface Guide {
  readonly edits: readonly Edit[];

  /** Lines that a reader types into a shell. */
  readonly commands: readonly string[];
}

/** Steps of a guide in its order. */
export function parseGuide(text: string): Guide {
  const edits: Edit[] = [];
  const commands: string[] = [];
  let file = "";
  for (const [, name, language, code = ""] of text.matchAll(PARTS)) {
    file = name ?? file;
    if (language === "sh") {
      commands.push(...code.trim().split("\n"));
    } else if (language === "diff") {
      edits.push({ file, before: without("+", code), after: without("-", code) });
    } else if (language !== undefined) {
      edits.push({ file, before: undefined, after: code });
    }
  }
  return { edits, commands };
}

const without = (sign: string, code: string): string =>
  code
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith(sign))
    .map((line) => line.slice(1))
    .join("\n");
