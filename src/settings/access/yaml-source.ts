import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { type Path, show } from "../checking/problem";
import { isDeeperThan } from "./yaml-depth";

/** A problem and the line of its file, counted from 1. */
export interface LocatedProblem {
  readonly line: number;
  readonly text: string;
}

/** A YAML file as plain data that still knows its lines. */
export interface YamlSource {
  readonly value: unknown;
  readonly problems: readonly LocatedProblem[];

  /** Line of a key or a list item; for a missing one, the line of the nearest parent. */
  readonly lineOf: (path: Path) => number;
}

/** Deepest nesting, many times that of a file written by hand. */
const DEEPEST = 50;

/**
 * Reads a hand-written document: one per file, every key once, no aliases (a few lines of them can fill
 * memory).
 */
export function parseYaml(text: string): YamlSource {
  if (isDeeperThan(DEEPEST, text)) {
    const problem = `expected at most ${DEEPEST} levels of YAML, got more; close its brackets, or write less of it inside each other`;
    return { value: undefined, problems: [{ line: 1, text: problem }], lineOf: () => 1 };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, logLevel: "error" });
  const lineAt = (offset: number) => lines.linePos(offset).line;

  const unreadable = [
    ...[...document.errors, ...document.warnings].map(({ message, pos }) => ({
      line: lineAt(pos[0]),
      text: `expected YAML, got: ${withoutExcerpt(message)}; correct the line, or quote its value`,
    })),
    ...aliasesIn(document, lineAt),
    ...oddKeysIn(document, lineAt),
  ];

  return {
    value: unreadable.length > 0 ? undefined : document.toJS(),
    problems: unreadable.length > 0 ? unreadable : repeatedKeysIn(document, lineAt),
    lineOf: (path) => lineAt(offsetOf(document.contents, path)),
  };
}

type LineAt = (offset: number) => number;

const startOf = (node: unknown): number => (node as Node | null)?.range?.[0] ?? 0;

/**
 * Message without its end: the library ends it with the place and a drawing, which we give as
 * `<path>:<line>`.
 */
const withoutExcerpt = (message: string) => message.split(/ at line \d|[;\n]/)[0]!;

function aliasesIn(document: Document, lineAt: LineAt): LocatedProblem[] {
  const problems: LocatedProblem[] = [];
  visit(document, {
    Alias: (_, alias) => {
      problems.push({
        line: lineAt(startOf(alias)),
        text: `expected a value, got the alias ${show(`*${alias.source}`)}; write the value out`,
      });
    },
  });
  return problems;
}

function oddKeysIn(document: Document, lineAt: LineAt): LocatedProblem[] {
  const problems: LocatedProblem[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      if (isCollection(key)) {
        const kind = isSeq(key) ? "a list" : "an object";
        problems.push({
          line: lineAt(startOf(key)),
          text: `expected a name, got ${kind} before the colon; write text`,
        });
      }
    },
  });
  return problems;
}

function repeatedKeysIn(document: Document, lineAt: LineAt): LocatedProblem[] {
  const problems: LocatedProblem[] = [];
  visit(document, {
    Map: (_, map) => {
      const first = new Map<string, number>();
      for (const { key } of map.items) {
        const name = nameOf(key);
        const line = lineAt(startOf(key));
        if (first.has(name)) {
          const text = `expected key ${name} once, got it on line ${first.get(name)} too; put both in one place`;
          problems.push({ line, text });
        } else {
          first.set(name, line);
        }
      }
    },
  });
  return problems;
}

const nameOf = (key: unknown): string => String(isScalar(key) ? key.value : key);

function offsetOf(root: unknown, path: Path): number {
  let node = root;
  let offset = startOf(root);
  for (const step of path) {
    const pair = isMap(node) ? pairOf(node, step) : undefined;
    const found = pair ? pair.key : isSeq(node) && typeof step === "number" ? node.items[step] : undefined;
    if (!found) {
      break;
    }
    offset = startOf(found);
    node = pair ? pair.value : found;
  }
  return offset;
}

const pairOf = (map: YAMLMap, name: PropertyKey) => map.items.find(({ key }) => nameOf(key) === name);
