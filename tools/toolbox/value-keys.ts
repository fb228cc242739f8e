import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { CommandError } from "../kit/command-error";
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

/** Maps that charts copy whole into Kubernetes objects, whatever keys their defaults have. */
const COPIED =
  /(annotations|labels|selector|resources|affinity|securityContext|strategy|args|probe|budget|lifecycle)$/i;

function keysBelow(key: string, value: unknown): string[] | null {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  const keys = isMap ? Object.keys(value) : [];

  return keys.length === 0 || COPIED.test(key) ? null : keys.sort();
}

/** Writes the keys of the values on standard input where checks look for those of the chart. */
export async function writeValueKeys(chart: string, version: string): Promise<void> {
  if (process.stdin.isTTY) {
    throw new CommandError("standard input: expected values.yaml of the chart, got a terminal; pipe it in");
  }
  const json = JSON.stringify({ version, keys: valueKeys(readFileSync(0, "utf8")) });
  writeFileSync(`src/addons/${chart}/values.json`, await format(json, { parser: "json", printWidth: 110 }));
}
