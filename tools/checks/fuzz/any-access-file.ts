import fc from "fast-check";
import { stringify } from "yaml";
import { accessFileWith } from "../../../src/settings/access/access-file-schema";
import { organisation } from "../../samples/platform";
import { fromSchema } from "./from-schema";
import { hostileText, someNumber } from "./texts";

/** Expressions that are too much for an engine that backtracks, or that counts what it is asked to repeat. */
const PATTERNS = [
  "^gov-uk-(?:[a-z]+-)*admin$",
  "(a+)+$",
  "(x+x+)+y",
  "^(([a-z])+.)+[A-Z]([a-z])+$",
  "(?:(?:(?:a?){1000}){1000}){1000}",
  "(?:a?){999999999}",
  "(?:(?:a|b?){60000}){60000}",
  "[",
  "(?=a)",
  "\\1",
  "(?<name>a)\\k<name>",
  "\\p{L}",
];

/** Expressions that are too long. Each takes as long to read as a hundred others, so few files have one. */
const LONG_PATTERNS = [
  `${"(".repeat(5_000)}a${")".repeat(5_000)}`,
  `${"a?".repeat(10_000)}${"a".repeat(10_000)}`,
];

const DEEP = [100, 1_000, 30_000];

/** Files that take a parser to its limits: depth, aliases of aliases, tags, odd keys, endings in the middle. */
const LIMITS = [
  ...DEEP.flatMap((depth) => [
    "[".repeat(depth),
    "{a: ".repeat(depth),
    `fulladmin: ${"[".repeat(depth)}${"]".repeat(depth)}`,
    `fulladmin: ${"{a: ".repeat(depth)}1${"}".repeat(depth)}`,
    "- ".repeat(depth),
    "? ".repeat(depth),
    Array.from({ length: Math.min(depth, 1_000) }, (_, level) => `${" ".repeat(level)}a:`).join("\n"),
  ]),
  ["a: &a [x,x]", ..."bcdefghij"]
    .map((name, index, all) =>
      index === 0 ? name : `${name}: &${name} [*${all[index - 1]![0]},*${all[index - 1]![0]}]`,
    )
    .join("\n"),
  "fulladmin: &a [*a]",
  "<<: {fulladmin: {users: [jane]}}",
  "fulladmin: !!js/function 'function () { return 1 }'",
  "fulladmin: !!binary aGk=",
  "fulladmin: !!set {a, b}",
  "%YAML 9.9\n---\nfulladmin: {}",
  "--- a\n--- b",
  "? {a: b}\n: c",
  "? [fulladmin]\n: {}",
  "__proto__: {users: [jane]}",
  "fulladmin: {__proto__: {users: [jane]}}",
  "constructor: {}",
  "fulladmin: {users: [2001-01-01, 0x1F, 1e3, .nan, ~, yes]}",
  "fulladmin: {users: |\n  jane",
  "\ufefffulladmin: {}",
  "\tfulladmin: {}",
  "fulladmin:\r\n  users:\r\n  - jane",
  `fulladmin: {users: [${"jane,".repeat(2_000)}]}`,
];

const name = fc.oneof(
  { weight: 80, arbitrary: fc.constantFrom("jane.doe", "john-doe", "ci/deploy", "deploy", "a@b") },
  { weight: 40, arbitrary: fc.constantFrom(...PATTERNS) },
  { weight: 20, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.constantFrom(...LONG_PATTERNS) },
);

const LEVELS = Object.keys(organisation.accessLevels);

const levels = fromSchema(accessFileWith(LEVELS), { text: name, number: someNumber });

/** Unexpected values under the names of levels, and levels that do not exist. */
const oddLevels = fc.dictionary(
  fc.oneof(fc.constantFrom(...LEVELS), hostileText),
  fc.anything({ values: [name, someNumber], key: name, maxDepth: 3 }),
  { maxKeys: 3, noNullPrototype: true },
);

const yaml = fc
  .record({ value: fc.oneof({ weight: 3, arbitrary: levels }, oddLevels), flow: fc.boolean() })
  .map(({ value, flow }) => stringify(value, { collectionStyle: flow ? "flow" : "any", lineWidth: 0 }));

/** A text with a piece missing, doubled or replaced. */
const damaged = fc
  .record({
    text: yaml,
    at: fc.nat(),
    length: fc.nat({ max: 40 }),
    piece: fc.oneof(
      fc.constant(""),
      fc.string(),
      fc.constantFrom(":", "\n", "*a", "&a ", "{", "[", "\t", "? ", "| ", "#", "'"),
    ),
  })
  .map(({ text, at, length, piece }) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + piece + text.slice(start + length);
  });

/** Possible access files: mostly right, with some of it wild. */
export const anyAccessFile: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: yaml },
  { weight: 4, arbitrary: damaged },
  { weight: 2, arbitrary: fc.constantFrom(...LIMITS) },
  { weight: 1, arbitrary: hostileText },
);
