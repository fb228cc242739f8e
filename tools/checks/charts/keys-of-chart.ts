import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ValueKeys, valueKeys } from "../../toolbox/value-keys";

/** Keys by folder: environments install the same charts. */
const found = new Map<string, ValueKeys>();

/** Keys of the values in a chart's folder; none for a chart without any. */
export function keysIn(folder: string): ValueKeys {
  const file = join(folder, "values.yaml");
  const keys = found.get(folder) ?? (existsSync(file) ? valueKeys(readFileSync(file, "utf8")) : {});
  found.set(folder, keys);
  return keys;
}
