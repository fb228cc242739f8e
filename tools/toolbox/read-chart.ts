import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { KnownValues } from "../../src/settings/addon-definition/chart";
import { valueKeys, wordsRead } from "./value-keys";

/** Values that an unpacked chart and its sub-charts know. */
export function readChart(folder: string): { readonly name: string; readonly known: KnownValues } {
  const { name, version } = parse(readFileSync(join(folder, "Chart.yaml"), "utf8")) as Record<
    "name" | "version",
    string
  >;
  const defaults = readFileSync(join(folder, "values.yaml"), "utf8");
  const keys = valueKeys(defaults);
  const texts = [...templatesIn(folder), ...defaultsOfSubcharts(folder).map(asRead)];
  return { name, known: { version, keys, words: wordsRead(texts, keys) } };
}

/** Templates of the chart and of the charts in it. */
const templatesIn = (folder: string): string[] =>
  filesIn(folder, (file) => /(?:^|\/)templates\//.test(file) && /\.(?:ya?ml|tpl|txt)$/.test(file));

const defaultsOfSubcharts = (folder: string): string[] =>
  filesIn(folder, (file) => /^charts\/[^/]+\/values\.yaml$/.test(file));

/** Keys of a sub-chart's defaults in the form in which a template would read them. */
const asRead = (values: string): string =>
  Object.entries(valueKeys(values))
    .flatMap(([key, below]) => [key, ...(below ?? [])])
    .map((key) => `{{ .${key} }}`)
    .join("");

const filesIn = (folder: string, isWanted: (file: string) => boolean): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter(isWanted)
        .map((file) => readFileSync(join(folder, file), "utf8"))
    : [];
