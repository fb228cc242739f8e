import { Token } from "cdktf";
import type { Path } from "./problem";

/** Paths of every Terraform value in what should be plain data. */
export function pathsOfTokens(value: unknown, path: Path = [], seen = new Set<unknown>()): Path[] {
  if (Token.isUnresolved(value)) {
    return [path];
  }
  if (!isPlain(value) || seen.has(value)) {
    return [];
  }
  seen.add(value);
  return Array.isArray(value)
    ? value.flatMap((item, index) => pathsOfTokens(item, [...path, index], seen))
    : Object.entries(value).flatMap(([key, item]) => pathsOfTokens(item, [...path, key], seen));
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
