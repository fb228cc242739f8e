import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { readChart } from "../toolbox/read-chart";

/**
 * Writes down which values a chart reads, so that overrides are checked without fetching it:
 * `helm pull <chart> --repo <repository> --version <version> --untar && npm run chart-values <chart>`
 */
async function main([folder]: readonly string[]): Promise<void> {
  if (!folder) {
    throw new Error("usage: npm run chart-values <folder of an unpacked chart>");
  }
  const { name, known } = readChart(folder);
  const json = await format(JSON.stringify(known), { parser: "json", printWidth: 110 });
  writeFileSync(`src/addons/${name}/values.json`, json);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
