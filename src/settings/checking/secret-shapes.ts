import { rules } from "@secretlint/secretlint-rule-preset-recommend";

/** Stands in output where a secret would. */
export const MASK = "(masked)";

/** Stretch of a text: its first character, and the one after its last. */
type Stretch = readonly [start: number, end: number];

interface Context {
  readonly createTranslator: () => (id: string) => { readonly message: string; readonly messageId: string };
  readonly report: (finding: { readonly range: Stretch }) => void;
  readonly ignore: () => void;
  readonly sharedOptions: object;
}

/** A rule of secretlint, as far as we use it. */
interface Rule {
  readonly meta: { readonly id: string; readonly type: string };
  readonly create: (
    context: Context,
    options: object,
  ) => { readonly file?: (source: object, options: object) => unknown };
}

/** Without the filter that lets a comment in a text switch rules off. */
const SCANNERS = (rules as readonly Rule[]).filter(({ meta }) => meta.type === "scanner");

/** Also finds the identifier of an AWS access key, which secretlint leaves alone by default. */
const OPTIONS = { enableIDScanRule: true };

/** Start of a private key, however much of it follows. */
const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[^]*/g;

/** Shorter text holds no secret that has a recognisable shape. */
const SHORTEST = 16;

/** True if a text contains something that has the shape of a secret. */
export const hasSecretShape = (text: string): boolean => stretchesOf(text).length > 0;

/** Text whose secrets are replaced; the rest is as it was. */
export function withoutSecretShapes(text: string, replacement = MASK): string {
  let left = text;
  for (const [start, end] of stretchesOf(text).sort((a, b) => b[0] - a[0])) {
    left = left.slice(0, start) + replacement + left.slice(Math.min(end, left.length));
  }
  return left;
}

/** Parts of a text that have the shape of a secret. */
function stretchesOf(text: string): Stretch[] {
  if (text.length < SHORTEST) {
    return [];
  }
  const found: Stretch[] = [...text.matchAll(PRIVATE_KEY)].map(({ index, 0: match }) => [
    index,
    index + match.length,
  ]);
  const context: Context = {
    createTranslator: () => (id) => ({ message: id, messageId: id }),
    report: ({ range }) => found.push(range),
    ignore: () => undefined,
    sharedOptions: {},
  };
  const source = { filePath: "settings.yaml", ext: ".yaml", content: text, contentType: "text" };
  for (const rule of SCANNERS) {
    rule.create(context, OPTIONS).file?.(source, {});
  }
  return apart(found);
}

/** Stretches that overlap become one. */
function apart(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const [start, end] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start < last[1]) {
      joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    } else {
      joined.push([start, end]);
    }
  }
  return joined;
}
