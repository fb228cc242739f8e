import type { Json } from "../../../src/output/leaves";

/**
 * Differences of two pieces of JSON, as paths with both values. The order of keys does not matter; that of a
 * list does.
 */
export function differences(one: Json | undefined, other: Json | undefined, path = ""): string[] {
  if (isContainer(one) && isContainer(other) && Array.isArray(one) === Array.isArray(other)) {
    const [left, right] = [Object.entries(one), Object.entries(other)].map((entries) => new Map(entries));
    return [...new Set([...left!.keys(), ...right!.keys()])].flatMap((key) =>
      differences(left!.get(key), right!.get(key), path === "" ? key : `${path}.${key}`),
    );
  }
  return one === other ? [] : [`${path || "all of it"}: ${wordsFor(one)} became ${wordsFor(other)}`];
}

const isContainer = (value: Json | undefined): value is Exclude<Json, string | number | boolean | null> =>
  typeof value === "object" && value !== null;

function wordsFor(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
