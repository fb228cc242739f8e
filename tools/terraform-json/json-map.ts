import type { Json } from "../../src/output/leaves";

export interface JsonMap {
  readonly [key: string]: Json;
}

export const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A map as it is; an empty map for any other value. */
export const asMap = (value: Json | undefined): JsonMap => (isMap(value) ? value : {});

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Value of a map's own key: `toString` and the like are no keys of JSON. */
export const valueAt = (map: JsonMap, key: string): Json | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;

/** List of nothing, one thing or several: Terraform takes either form of most blocks. */
export const asList = (value: Json | undefined): readonly Json[] => {
  if (value === undefined) {
    return [];
  }
  return isList(value) ? value : [value];
};

/** A string as it is, and anything else as JSON. */
export const textOf = (value: Json | undefined): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "");
