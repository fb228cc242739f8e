import { type Document, isCollection, isScalar, visit, type YAMLError } from "yaml";

/** A problem and the line of its file, counted from 1. */
export interface LocatedProblem {
  readonly line: number;
  readonly text: string;
}

/** First thing that keeps a text from being YAML. Later ones mostly follow from it. */
export function syntaxProblem(
  document: Document.Parsed,
  lineAt: (offset: number) => number,
): LocatedProblem | undefined {
  const [first] = [...document.errors, ...document.warnings]
    .map((error) => ({ error, isOpen: isOpenBracket(error), line: lineAt(startOf(error, document)) }))
    // An open quote keeps the bracket before it open, too.
    .sort((a, b) => a.line - b.line || Number(a.isOpen) - Number(b.isOpen));
  return first && { line: first.line, text: wordingOf(first.error) };
}

const isOpenBracket = ({ message }: YAMLError): boolean => /^Flow (?:sequence|map)/.test(message);
const isOpenQuote = ({ message }: YAMLError): boolean => message.startsWith("Missing closing");

/** Offset of the cause. The parser notices an open bracket or quote further down, where it is not closed. */
function startOf(error: YAMLError, document: Document.Parsed): number {
  const [end] = error.pos;
  if (isOpenBracket(error)) {
    return openedBefore(document, end, (node) => isCollection(node) && node.flow === true) ?? end;
  }
  return isOpenQuote(error)
    ? (openedBefore(document, end, (node) => isScalar(node) && /^QUOTE/.test(node.type ?? "")) ?? end)
    : end;
}

/** Offset of the last node of a kind that opens before another offset. */
function openedBefore(
  document: Document.Parsed,
  offset: number,
  isOfKind: (node: unknown) => boolean,
): number | undefined {
  let found: number | undefined;
  visit(document, {
    Node: (_, node) => {
      const start = node.range?.[0] ?? 0;
      if (isOfKind(node) && start < offset) {
        found = start;
      }
    },
  });
  return found;
}

function wordingOf({ code, message }: YAMLError): string {
  if (code === "MULTILINE_IMPLICIT_KEY" || message.startsWith("Implicit map keys")) {
    return "expected a name and a colon, got text without a colon; write name: value";
  }
  if (message.startsWith("Flow sequence")) {
    return "expected a closing ], got none; close the list";
  }
  if (message.startsWith("Flow map")) {
    return "expected a closing }, got none; close the object";
  }
  return `expected YAML, got: ${withoutExcerpt(message)}; correct the line, or quote its value`;
}

/** Message of the library without the place and its drawing, which `<path>:<line>` stands for. */
const withoutExcerpt = (message: string) => message.split(/ at line \d|[;\n]/)[0]!;
