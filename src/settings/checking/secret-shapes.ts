import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import { MASK } from "./mask";
import { secretFieldsOf } from "./secret-keys";
import { TOKEN_SHAPES } from "./token-shapes";

/** Stretch of a text: its first character, and the one after its last. */
type Stretch = readonly [start: number, end: number];

interface Context {
  readonly createTranslator: () => (id: string) => { readonly message: string; readonly messageId: string };
  readonly report: (finding: {
    readonly range: Stretch;
    readonly message: { readonly messageId: string };
  }) => void;
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

/** Rules without the one that lets a comment in a text switch others off. */
const SCANNERS = (rules as readonly Rule[]).filter(
  ({ meta }) => meta.type === "scanner" && !meta.id.endsWith("filter-comments"),
);

/** Also finds the identifier of an AWS access key, which secretlint leaves alone by default. */
const OPTIONS = { enableIDScanRule: true };

/** Finding of the number of an AWS account, which is no secret: the platform's settings have it. */
const ACCOUNT = "AWSAccountID";

/** Text in base64 that is long enough for a secret. */
const BASE64 = /[A-Za-z0-9+/]{24,}={0,2}/g;

/** Text that people read, as opposed to bytes. */
const READABLE = /^[\t\n\r\x20-\x7e]+$/;

/** Layers of base64 that are looked into: that of a Secret, and one of a file in it. */
const LAYERS = 2;

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

/** Texts without any secret. Environments repeat most of each other's, and the rules are slow. */
const harmless = new Set<string>();

/** Parts of a text that have the shape of a secret, in base64 too. */
function stretchesOf(text: string, layers = LAYERS): Stretch[] {
  if (text.length < SHORTEST || harmless.has(text)) {
    return [];
  }
  const tokens = TOKEN_SHAPES.flatMap((shape) => [...text.matchAll(shape)].map(stretchOf));
  const found = apart([...tokens, ...scan(text), ...encodedIn(text, layers)]);
  if (found.length === 0) {
    harmless.add(text);
  }
  return found;
}

const stretchOf = ({ index, 0: match }: RegExpExecArray): Stretch => [index, index + match.length];

/** Parts of a text that are secrets in base64. */
const encodedIn = (text: string, layers: number): Stretch[] =>
  layers === 0
    ? []
    : [...text.matchAll(BASE64)]
        .filter(([match]) => {
          const decoded = Buffer.from(match, "base64").toString("latin1");
          return (
            READABLE.test(decoded) &&
            (stretchesOf(decoded, layers - 1).length > 0 || secretFieldsOf(decoded).length > 0)
          );
        })
        .map(stretchOf);

/** Findings of the rules in a text. */
const scan = scannerOf(SCANNERS);

function scannerOf(scanners: readonly Rule[]): (text: string) => Stretch[] {
  let found: Stretch[] = [];
  const context: Context = {
    createTranslator: () => (id) => ({ message: id, messageId: id }),
    report: ({ range, message }) => {
      if (message.messageId !== ACCOUNT) {
        found.push(range);
      }
    },
    ignore: () => undefined,
    sharedOptions: {},
  };
  const made = scanners.map((rule) => rule.create(context, OPTIONS));
  return (text) => {
    found = [];
    const source = { filePath: "settings.yaml", ext: ".yaml", content: text, contentType: "text" };
    made.forEach((rule) => rule.file?.(source, {}));
    return found;
  };
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
