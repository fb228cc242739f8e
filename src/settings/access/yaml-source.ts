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
import { quickYaml } from "./quick-yaml";
import { isDeeperThan } from "./yaml-depth";
import { type LocatedProblem, syntaxProblem } from "./yaml-syntax";

/** YAML file as plain data that still knows its lines. */
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
  const value = quickYaml(text);
  if (value === undefined) {
    return parseCarefully(text);
  }
  // A file may have thousands of problems, and each asks for its line.
  let careful: YamlSource | undefined;
  return { value, problems: [], lineOf: (path) => (careful ??= parseCarefully(text)).lineOf(path) };
}

/** Reads any document, for all that `parseYaml` promises. */
export function parseCarefully(text: string): YamlSource {
  const early = textProblem(text);
  if (early !== undefined) {
    return { value: undefined, problems: [early], lineOf: () => early.line };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, logLevel: "error" });
  const lineAt = (offset: number) => lines.linePos(offset).line;

  const syntax = syntaxProblem(document, lineAt);
  const unreadable = syntax ? [syntax] : oddNodesIn(document, lineAt);

  return {
    value: unreadable.length > 0 ? undefined : document.toJS(),
    problems: unreadable.length > 0 ? unreadable : repeatedKeysIn(document, lineAt),
    lineOf: (path) => lineAt(offsetOf(document.contents, path)),
  };
}

/** Problem that shows in the text alone, of which the parser would make many. */
function textProblem(text: string): LocatedProblem | undefined {
  const lines = text.split("\n");
  const conflict = lines.findIndex((line) => /^(<{7}|>{7}) /.test(line));
  if (conflict >= 0) {
    return {
      line: conflict + 1,
      text: "expected YAML, got an unresolved merge conflict; keep one side, and remove the lines <<<<<<<, ======= and >>>>>>>",
    };
  }
  const tab = lines.findIndex((line) => /^ *\t+ *[^\s#]/.test(line));
  if (tab >= 0) {
    return { line: tab + 1, text: "expected spaces before the text, got a tab; indent the line with spaces" };
  }
  return isDeeperThan(DEEPEST, text)
    ? {
        line: 1,
        text: `expected at most ${DEEPEST} levels of YAML, got more; close its brackets, or write less of it inside each other`,
      }
    : undefined;
}

type LineAt = (offset: number) => number;

const startOf = (node: unknown): number => (node as Node | null)?.range?.[0] ?? 0;

/** Aliases, and keys that are no text. */
function oddNodesIn(document: Document, lineAt: LineAt): LocatedProblem[] {
  const aliases: LocatedProblem[] = [];
  const keys: LocatedProblem[] = [];
  visit(document, {
    Alias: (_, alias) => {
      aliases.push({
        line: lineAt(startOf(alias)),
        text: `expected a value, got the alias ${show(`*${alias.source}`)}; write the value out`,
      });
    },
    Pair: (_, { key }) => {
      if (isCollection(key)) {
        const kind = isSeq(key) ? "a list" : "an object";
        keys.push({
          line: lineAt(startOf(key)),
          text: `expected a name, got ${kind} before the colon; write text`,
        });
      }
    },
  });
  return [...aliases, ...keys];
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
