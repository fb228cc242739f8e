import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { parse } from "yaml";
import type { KnownValues } from "../../src/settings/addon-definition/chart";
import { CommandError } from "../kit/command-error";
import { valueKeys, wordsRead } from "./value-keys";

/** Writes the known values of a chart into the folder of its add-on. */
export async function writeChart(folder: string): Promise<void> {
  for (const file of ["Chart.yaml", "values.yaml"]) {
    if (!existsSync(join(folder, file))) {
      throw new CommandError(
        `${folder}: expected an unpacked chart, got no ${file}; unpack it with helm pull --untar`,
      );
    }
  }
  const { name, known } = readChart(folder);
  const json = await format(JSON.stringify(known), { parser: "json", printWidth: 110 });
  writeFileSync(`src/addons/${name}/values.json`, json);
}

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
