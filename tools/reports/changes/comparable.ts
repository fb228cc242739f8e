import type { Json } from "../../../src/output/leaves";
import { isList, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { isPolicy, policySentences } from "./policy-sentences";

/**
 * A value in the form in which people compare it: JSON inside a string is read (the values of a chart), an
 * IAM policy becomes sentences, text becomes lines, and named items are matched by name.
 */
export function comparable(value: Json): Json {
  if (typeof value === "string") {
    return readable(value);
  }
  if (isList(value)) {
    const [only] = value;
    return value.length === 1 && isMap(parsed(only))
      ? readable(only as string)
      : byName(value.map(comparable));
  }
  return isMap(value) ? mapValues(value) : value;
}

const mapValues = (map: JsonMap): JsonMap =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, comparable(value)]));

function readable(text: string): Json {
  const json = parsed(text);
  if (json !== undefined) {
    return isPolicy(json) ? policySentences(json) : comparable(json);
  }
  return text.includes("\n") ? text.split("\n") : text;
}

/** The map or the list that a string holds as JSON. */
function parsed(text: Json | undefined): Json | undefined {
  if (typeof text !== "string" || !/^\s*[[{]/.test(text)) {
    return undefined;
  }
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function byName(items: readonly Json[]): Json {
  const names = items.map(nameOf);
  const unique = new Set(names).size === names.length && !names.includes(undefined);
  return unique && items.length > 0
    ? Object.fromEntries(items.map((item, index) => [names[index]!, item]))
    : items;
}

function nameOf(item: Json): string | undefined {
  if (!isMap(item)) {
    return undefined;
  }
  const { kind, metadata } = item;
  if (typeof kind === "string" && isMap(metadata)) {
    return [kind, textOf(metadata.namespace), textOf(metadata.name)].filter((part) => part !== "").join("/");
  }
  return [item.name, item.key, item.id].find((name): name is string => typeof name === "string");
}
