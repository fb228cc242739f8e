import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Json } from "../../../src/output/leaves";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { at, listAt } from "./objects";

/** A chart's values without those of subcharts that they switch off. */
export function usedValues(values: JsonMap, chart: string): JsonMap {
  const off = listAt(parse(readFileSync(join(chart, "Chart.yaml"), "utf8")) as Json, "dependencies")
    .filter(isMap)
    .filter(
      ({ condition }) => condition !== undefined && at(values, ...textOf(condition).split(".")) === false,
    )
    .map(({ name, alias }) => textOf(alias ?? name));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !off.includes(key)));
}
