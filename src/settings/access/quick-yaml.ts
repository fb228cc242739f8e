import { CORE_SCHEMA, load } from "js-yaml";

/**
 * Line that no two readers of YAML read differently: empty, a comment, a key of letters with a value on its line or below,
 * or an item of a list.
 */
const PLAIN_LINE = /^ *(?:#.*|(?:- +)*[A-Za-z][\w./-]*:(?: +[^\s#].*)?|(?:- +)+[^\s#].*)?$/;

/**
 * Marks of what takes care: anchors, aliases, tags, directives, texts of many lines, keys that are no names, spaces that are
 * none, and words and numbers that readers of another version of YAML take for something else. A `*` before a space, as cron's
 * times have it, begins no alias.
 */
const CARE =
  /(?:^|[\s[{,:])(?:[&!%@`|>?:]|\*(?! ))|[\]}"'] *:|[\t\r\u0085\u00a0\u2028\u2029\ufeff]|<<|__proto__|(?:^|[\s[{,:])[-+.]*(?:0\d|0[box]|\d[\d.]*[_e:]|\.)|\b(?:null|true|false|yes|no|on|off|nan|inf)\b *:/im;

/** Deepest nesting of a value that needs no count of its levels in the text. */
const DEEPEST = 20;

/**
 * Value of a file that is plain, as nearly all are, in a tenth of the time of the parser that knows its lines. `undefined`
 * where anything in it takes care, or is wrong: that parser reads it then, and says on which line.
 */
export function quickYaml(text: string): object | undefined {
  if (CARE.test(text) || !text.split("\n").every((line) => PLAIN_LINE.test(line))) {
    return undefined;
  }
  try {
    const value: unknown = load(text, { schema: CORE_SCHEMA });
    return typeof value === "object" && value !== null && isWithin(DEEPEST, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** True unless a value has more levels than that. */
const isWithin = (levels: number, value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  (levels > 0 && Object.values(value).every((item) => isWithin(levels - 1, item)));
