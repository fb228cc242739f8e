import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { valueKeys } from "../toolbox/value-keys";

/**
 * Writes down which values a chart has, so that overrides are checked without fetching it:
 * `helm show values <chart> --repo <repository> --version <version> | npm run chart-values <chart> <version>`
 */
async function main([chart, version]: readonly string[]): Promise<void> {
  if (!chart || !version) {
    throw new Error("usage: npm run chart-values <chart> <version> < values.yaml");
  }
  const json = JSON.stringify({ version, keys: valueKeys(readFileSync(0, "utf8")) });
  writeFileSync(`src/addons/${chart}/values.json`, await format(json, { parser: "json", printWidth: 110 }));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
