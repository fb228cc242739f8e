import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "yaml";
import type { Release } from "./releases";

/** Bytes up to which a quick compression, which makes no less than Helm's, is answer enough. */
const ENOUGH = 512 * 1024;

/** Bytes of the record as Helm writes it: JSON, compressed with gzip, in base64. A small one may be less. */
export function recordBytes(
  { name, namespace, values }: Release,
  manifest: string,
  chartFolder: string,
  chartRecordIn: typeof chartRecord = chartRecord,
): number {
  const record = { name, namespace, version: 1, config: values, chart: chartRecordIn(chartFolder), manifest };
  const text = JSON.stringify(record);
  const quick = bytesOf(text, 1);
  return quick <= ENOUGH ? quick : bytesOf(text, 9);
}

const bytesOf = (text: string, level: number): number => gzipSync(text, { level }).toString("base64").length;

/** A chart as Helm records it: its own files, without those of its sub-charts. */
export function chartRecord(folder: string) {
  const files = filesIn(folder).map((path) => ({
    name: relative(folder, path),
    data: readFileSync(path).toString("base64"),
  }));
  const isTemplate = ({ name }: { readonly name: string }) => name.startsWith("templates/");
  return {
    metadata: yamlIn(folder, "Chart.yaml"),
    values: yamlIn(folder, "values.yaml"),
    templates: files.filter(isTemplate),
    files: files.filter((file) => !isTemplate(file) && !IN_RECORD.has(file.name)),
    schema: files.find(({ name }) => name === "values.schema.json")?.data ?? null,
  };
}

/** Files that have a place of their own in the record. */
const IN_RECORD: ReadonlySet<string> = new Set([
  "Chart.yaml",
  "values.yaml",
  "values.schema.json",
  "Chart.lock",
]);

function yamlIn(folder: string, file: string): unknown {
  const path = join(folder, file);
  return existsSync(path) ? parse(readFileSync(path, "utf8")) : null;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "charts")
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    })
    .sort();
