import { MASK } from "./mask";
import { type Path, pathText } from "./problem";
import { isSecret, nameIn, optionOf, secretFieldsOf } from "./secret-keys";
import { hasSecretShape, withoutSecretShapes } from "./secret-shapes";

const FIX =
  "keep it in AWS Secrets Manager, let an ExternalSecret bring it, and name that here; " +
  "replace the secret, since the file has shown it";

/** Refuses secrets written out in settings. Messages have the path alone, and no part of the secret. */
export const problemsOfSecrets = (settings: unknown, within: Path = []): string[] =>
  secretsIn(settings).map(
    ({ path, by }) =>
      `${pathText([...within, ...path])}: expected the place of a secret, got a secret (${by}); ${FIX}`,
  );

/** A secret that settings or output spell out. */
export interface LiteralSecret {
  readonly path: Path;

  /** Sign by which it is known. */
  readonly by: "by its key" | "by its shape";
}

/** Levels below which no setting lies. */
const DEEPEST = 40;

/** Secrets that a value spells out: strings and keys of any depth. */
export const secretsIn = (value: unknown): LiteralSecret[] => visit(value, [], "", [], hasSecretShape);

/**
 * Secrets that the value of a file spells out. One look at the whole text is quicker than one at each of its values, which have no shape
 * that the text lacks unless it escapes characters.
 */
export function secretsOfFile(text: string, value: unknown): LiteralSecret[] {
  if (hasSecretShape(text) || text.includes("\\")) {
    return secretsIn(value);
  }
  return secretFieldsOf(text).length > 0 || /secret|password|token|key/i.test(text)
    ? visit(value, [], "", [], () => false)
    : [];
}

type HasShape = (text: string) => boolean;

function visit(
  value: unknown,
  path: Path,
  named: string,
  above: readonly unknown[],
  hasShape: HasShape,
): LiteralSecret[] {
  if (typeof value === "string") {
    return secretsOfText(value, path, named, hasShape);
  }
  // Circles and endless depths are for the check of plain data to refuse.
  if (typeof value !== "object" || value === null || path.length > DEEPEST || above.includes(value)) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      visit(item, [...path, index], optionOf(value[index - 1], item, named), [...above, value], hasShape),
    );
  }
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => [
    ...secretsOfText(key, [...path, key], "", hasShape),
    ...visit(item, [...path, key], nameIn(value, key, named), [...above, value], hasShape),
  ]);
}

function secretsOfText(text: string, path: Path, named: string, hasShape: HasShape): LiteralSecret[] {
  if (hasShape(text)) {
    return [{ path, by: "by its shape" }];
  }
  return isSecret(named, text) || secretFieldsOf(text).length > 0 ? [{ path, by: "by its key" }] : [];
}

/** A copy in which every secret is masked. `named` is the key under which the value stands. */
export function masked<T>(value: T, named = ""): T {
  if (typeof value === "string") {
    return maskedText(value, named) as T;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => masked(item, optionOf(value[index - 1], item, named))) as T;
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      withoutSecretShapes(key),
      masked(item, nameIn(value, key, named)),
    ]),
  ) as T;
}

const maskedText = (text: string, named: string): string =>
  isSecret(named, text)
    ? MASK
    : secretFieldsOf(text).reduce((left, secret) => left.replaceAll(secret, MASK), withoutSecretShapes(text));
