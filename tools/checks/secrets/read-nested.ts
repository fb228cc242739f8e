import type { Json } from "../../../src/output/leaves";
import { isList, isMap } from "../../terraform-json/json-map";

/** A value whose strings that hold JSON, such as a chart's values, are read, so that keys in them are found. */
export function readNested(value: Json): Json {
  if (isList(value)) {
    return value.map(readNested);
  }
  if (isMap(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readNested(item)]));
  }
  return typeof value === "string" ? readText(value) : value;
}

function readText(text: string): Json {
  if (!/^\s*[[{]/.test(text)) {
    return text;
  }
  try {
    return readNested(JSON.parse(text) as Json);
  } catch {
    return text;
  }
}
