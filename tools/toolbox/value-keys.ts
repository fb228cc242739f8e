import { parse } from "yaml";

/** Top-level keys of a chart's values, each with the keys below it, or `null` if any may stand below it. */
export type ValueKeys = Readonly<Record<string, readonly string[] | null>>;

/** Reads the keys out of a chart's `values.yaml`. A key that only a comment shows counts as well. */
export function valueKeys(valuesYaml: string): ValueKeys {
  const values = (parse(valuesYaml) ?? {}) as Record<string, unknown>;
  const shown = [...valuesYaml.matchAll(/^# ([a-z]\w*):/gm)].map(([, key]) => [key!, undefined] as const);

  return Object.fromEntries(
    [...shown, ...Object.entries(values)]
      .map(([key, value]) => [key, keysBelow(key, value)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Maps that charts copy whole into objects or an application's configuration, whatever keys their defaults have. */
const COPIED =
  /(annotations|labels|selector|resources|affinity|securityContext|strategy|args|probe|budget|lifecycle|env|envValueFrom|dnsConfig|config|ini)$/i;

/** Words that a chart's templates read or its schema names beyond keys that are known, with a space between them. */
export function wordsRead(
  templates: readonly string[],
  keys: ValueKeys,
  named: readonly string[] = [],
): string {
  const words = templates
    .flatMap((text) => [...text.matchAll(/\{\{[^]*?\}\}/g)])
    .flatMap(([action]) => [...action.matchAll(/(?<=[."])[a-z][A-Za-z0-9]+/g)])
    .map(([word]) => word);
  return [...new Set([...words, ...named])]
    .filter((word) => !Object.hasOwn(keys, word))
    .sort()
    .join(" ");
}

/** Words that templates read right below a key that has others in the defaults: `.Values.image.tag` reads `tag` below it. */
export const wordsReadBelow = (key: string, templates: readonly string[]): string[] =>
  templates.flatMap((text) =>
    [...text.matchAll(/\.Values\.(\w+)\.([a-z]\w*)/g)].flatMap(([, above, word]) =>
      above === key ? [word!] : [],
    ),
  );

/** Values of its own that a sub-chart reads: those in its defaults and in its templates. */
export const valuesRead = (templates: readonly string[], defaults: ValueKeys): string[] => [
  ...Object.keys(defaults),
  ...templates.flatMap(
    (text) => text.match(/(?<=\.Values\.)[a-z]\w*|(?<=\.Values ")[a-z][\w.-]*(?=")/g) ?? [],
  ),
];

function keysBelow(key: string, value: unknown): string[] | null {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  const keys = isMap ? Object.keys(value) : [];

  return keys.length === 0 || COPIED.test(key) ? null : keys.sort();
}
