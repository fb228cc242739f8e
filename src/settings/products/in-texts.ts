import type { Path } from "../checking/problem";

/** Everything that `find` finds in the keys and texts of a value, at any depth. */
export function inTexts<Found>(
  value: unknown,
  find: (text: string, path: Path) => readonly Found[],
  path: Path = [],
): Found[] {
  if (typeof value === "string") {
    return [...find(value, path)];
  }
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    const below = [...path, Array.isArray(value) ? Number(key) : key];
    return [...find(key, below), ...inTexts(item, find, below)];
  });
}
