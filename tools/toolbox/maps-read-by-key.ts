/** Keys of defaults by the keys that lead to their map, with ` > ` between them, and a space between the keys. */
export type MapsReadByKey = Readonly<Record<string, string>>;

/** A key that a template can read after a dot. */
const PLAIN = /^[A-Za-z]\w*$/;

/** All values at once, as in `toYaml .Values`, and not one of them by its key or by `index`. */
const ALL_VALUES = /\.Values(?!\.[A-Za-z])(?!\s+")/;

/**
 * Maps in the second level of a chart's defaults, and below it, of which templates read single keys and never the whole: any other
 * key in them is read by nothing. A map whose whole goes anywhere, to `toYaml`, `with` or a variable, may hold any key.
 */
export function mapsReadByKey(
  defaults: unknown,
  templates: readonly string[],
  read: ReadonlySet<string>,
  isSubchart: (key: string) => boolean,
): MapsReadByKey {
  const text = templates.flatMap((each) => each.match(/\{\{[^]*?\}\}/g) ?? []).join("\n");
  const maps = ALL_VALUES.test(text)
    ? []
    : mapsIn(defaults).filter(
        ({ path }) => path.length > 1 && !isSubchart(path[0]!) && isReadByKey(path, text),
      );
  return Object.fromEntries(
    maps.map(({ path, keys }) => [
      path.join(" > "),
      keys
        .filter((key) => !read.has(key))
        .sort()
        .join(" "),
    ]),
  );
}

interface DefaultMap {
  readonly path: readonly string[];
  readonly keys: readonly string[];
}

/** Maps with keys, and where they are. A list ends a path. */
function mapsIn(value: unknown, path: readonly string[] = []): DefaultMap[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [];
  }
  const entries = Object.entries(value);
  return [
    ...(entries.length > 0 && path.every((key) => PLAIN.test(key))
      ? [{ path, keys: entries.map(([key]) => key) }]
      : []),
    ...entries.flatMap(([key, inner]) => mapsIn(inner, [...path, key])),
  ];
}

/** True where a key of the map is read, and neither the map nor one around it as a whole. */
function isReadByKey(path: readonly string[], text: string): boolean {
  const beginnings = path.map((_, index) => path.slice(0, index + 1).join("\\."));
  return (
    new RegExp(`\\.Values\\.${beginnings.at(-1)!}\\.[A-Za-z]`).test(text) &&
    !beginnings.some((beginning) =>
      new RegExp(`\\.Values\\.${beginning}(?![\\w.-]|\\s*\\.[A-Za-z])`).test(text),
    ) &&
    !new RegExp(`index\\s+\\$?[.\\w]*\\.Values\\s+"${path[0]!}"`).test(text)
  );
}
