import {
  dependable,
  type IResolvable,
  type IResolveContext,
  ref,
  type ResolveOptions,
  Tokenization,
} from "cdktf";
import { TokenMap } from "cdktf/lib/tokens/private/token-map";

/** CDKTF's own search for tokens. */
const resolveTokens = Tokenization.resolve.bind(Tokenization);

/**
 * Makes CDKTF copy what holds no token, such as Helm values, instead of looking into each value of it eight times. A
 * third of a synth went into that. CDKTF resolves everything else, so the result is the same.
 */
Tokenization.resolve = (value: unknown, options: ResolveOptions): unknown => {
  try {
    return copyOf(value, options, 0);
  } catch {
    // CDKTF refuses it again, and says at which path.
    return resolveTokens(value, options);
  }
};

/** Levels after which CDKTF, which refuses circles, takes over. */
const DEEPEST = 100;

function copyOf(value: unknown, options: ResolveOptions, depth: number): unknown {
  if (typeof value === "string") {
    return isPlainText(value) ? value : (withReferences(value, options) ?? resolveTokens(value, options));
  }
  if (typeof value === "boolean" || value === null || value === undefined) {
    return value;
  }
  if (typeof value !== "object" || depth > DEEPEST) {
    return isPlainNumber(value) ? value : resolveTokens(value, options);
  }
  if (Array.isArray(value)) {
    return value.some(mayBeToken) ? resolveTokens(value, options) : copyOfList(value, options, depth + 1);
  }
  return isPlainMap(value) ? copyOfMap(value, options, depth + 1) : resolveTokens(value, options);
}

/** Mark of a token in text, with its key. */
const TOKEN_IN_TEXT = /\$\{TfToken\[([a-zA-Z0-9:._-]+)\]\}/g;

/** Beginning of what CDKTF may have to escape, and within which a token has no braces of its own. */
const ESCAPED = "${";

const tokens = TokenMap.instance();

/** Classes of what `arn` and other attributes of resources, and items of `depends_on`, are behind their text. */
const SIMPLE = [ref(""), tokens.lookupString(dependable({ fqn: "" }))!].map(
  ({ constructor }) => constructor as new () => IResolvable,
);

/** Text with addresses in place of its tokens; `undefined` unless all are references or dependencies. */
function withReferences(text: string, { scope, preparing }: ResolveOptions): string | undefined {
  const around = text.replace(TOKEN_IN_TEXT, "");
  if (preparing || around.includes(ESCAPED) || !isPlainText(around)) {
    return undefined;
  }
  let plain = true;
  const context = { scope, preparing } as IResolveContext;
  const result = text.replace(TOKEN_IN_TEXT, (_, key: string) => {
    const token = tokens.lookupToken(key);
    const isSimple = SIMPLE.some((simple) => token instanceof simple);
    const address: unknown = isSimple ? token.resolve({ ...context }) : undefined;
    plain &&= typeof address === "string" && isPlainText(address);
    return String(address);
  });
  return plain ? result : undefined;
}

function copyOfList(list: readonly unknown[], options: ResolveOptions, depth: number): unknown[] {
  const copy: unknown[] = [];
  for (const item of list) {
    const resolved = copyOf(item, options, depth);
    if (resolved !== undefined) {
      copy.push(resolved);
    }
  }
  return copy;
}

function copyOfMap(map: Readonly<Record<string, unknown>>, options: ResolveOptions, depth: number): object {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(map)) {
    const resolved = copyOf(map[key], options, depth);
    if (resolved !== undefined) {
      copy[key] = resolved;
    }
  }
  return copy;
}

/** Sign of a token in text. */
const TOKEN = "TfToken[";

/** Sign of a token that stands for a list, in its only item. */
const LIST_TOKEN = "#{TfToken[";

/** Text by which CDKTF knows the value of a map that stands for a token, and may refuse it. */
const MAP_TOKEN = "Map Token Value";

/** Wherever CDKTF sees the exponent of a number, there may be a token for one. */
const EXPONENT = /[-|\d.+]e[-|\d.eE+]/;

const isPlainText = (text: string): boolean =>
  !text.includes(TOKEN) && !text.includes(MAP_TOKEN) && !EXPONENT.test(text);

/** Token for a map of numbers. */
const NUMBER_MAP_TOKEN = -123456789;

/** Tokens for numbers are doubles that are far from any safe integer. */
const isPlainNumber = (value: unknown): boolean => Number.isSafeInteger(value) && value !== NUMBER_MAP_TOKEN;

/** Items that make a whole list a token. */
const mayBeToken = (item: unknown): boolean =>
  typeof item === "string" ? item.includes(LIST_TOKEN) : typeof item === "number" && !isPlainNumber(item);

/** True of a map that is data: no token itself, no object of a class, and no token among its keys. */
function isPlainMap(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) &&
    !("resolve" in value && typeof value.resolve === "function") &&
    Object.keys(value).every(isPlainText)
  );
}
