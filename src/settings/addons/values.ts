import type { KnownValues } from "../addon-definition/chart";
import type { ChartValue, ChartValues } from "../checking/chart-values";
import { nearest } from "../checking/nearest";
import { ownValue } from "../checking/own-value";
import { type Path, problem, show } from "../checking/problem";
import { type AddonsConfig, type ChartAddonName, definitions } from ".";

/** Refuses values that the chart does not have: Helm ignores them without a message. */
export const overriddenValuesExist = ({ addons }: { readonly addons: AddonsConfig }): string[] =>
  definitions().flatMap(([name, { chart }]) => {
    const addon = chart ? addons[name as ChartAddonName] : false;
    const isAsked = chart && addon && Object.keys(addon.values).length > 0;
    return isAsked ? unknownValues(addon.values, chart.known, ["addons", name, "values"]) : [];
  });

function unknownValues(values: ChartValues, known: KnownValues, path: Path): string[] {
  const { version, keys, words } = known;
  const read = new Set(words.split(" "));
  const chart = `a value that chart version ${version} reads`;

  const firstTwo = Object.entries(values).flatMap(([key, value]) => {
    if (!Object.hasOwn(keys, key)) {
      return read.has(key) ? [] : [unknownValue([...path, key], chart, [...Object.keys(keys), ...read])];
    }
    const below = wordsBelow(key, known);
    return Object.keys(below === null || !isMap(value) ? {} : value)
      .filter((inner) => !below?.includes(inner) && !read.has(inner))
      .map((inner) => unknownValue([...path, key, inner], chart, [...(below ?? []), ...read]));
  });
  return [...firstTwo, ...unknownDeeper(values, known, path)];
}

/** Keys that nothing reads in deeper maps, of which templates read single keys. */
const unknownDeeper = (
  values: ChartValues,
  { version, words, readByKey = {} }: KnownValues,
  path: Path,
): string[] =>
  Object.entries(readByKey).flatMap(([place, keys]) => {
    const way = place.split(" > ");
    const map = way.reduce<ChartValue | undefined>(
      (from, key) => (from !== undefined && isMap(from) ? ownValue(from, key) : undefined),
      values,
    );
    const read = [...keys.split(" "), ...words.split(" ")];
    return map === undefined || !isMap(map)
      ? []
      : Object.keys(map)
          .filter((key) => !read.includes(key))
          .map((key) =>
            unknownValue([...path, ...way, key], `a value that chart version ${version} reads`, read),
          );
  });

/** Words that may stand below a key; `null` where any may. */
function wordsBelow(key: string, { keys, below = {} }: KnownValues): readonly string[] | null {
  const defaults = keys[key] ?? null;
  return defaults && [...defaults, ...(below[key]?.split(" ") ?? [])];
}

function unknownValue(path: Path, expected: string, known: readonly string[]): string {
  const key = String(path.at(-1));
  const meant = nearest(key, known);
  return problem(path, expected, show(key), meant ? `did you mean ${meant}?` : "look it up in the chart");
}

const isMap = (value: ChartValue): value is ChartValues =>
  typeof value === "object" && value !== null && !Array.isArray(value);
