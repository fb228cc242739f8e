import type { Json } from "../../../src/output/leaves";
import { isMap, type JsonMap } from "../../terraform-json/json-map";

/** Something in a release's values. */
export interface Setting {
  readonly path: string;
  readonly value: Json;
}

/** Values whose last key matches, at any depth, except for those of parts that are switched off. */
export function settingsNamed(key: RegExp, values: JsonMap, path: readonly string[] = []): Setting[] {
  if (values.enabled === false) {
    return [];
  }
  return Object.entries(values).flatMap(([name, value]) => {
    const below = [...path, name];
    return [
      ...(key.test(name) ? [{ path: below.join("."), value }] : []),
      ...(isMap(value) ? settingsNamed(key, value, below) : []),
    ];
  });
}
