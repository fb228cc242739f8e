import { Token } from "cdktf";
import { type Path, problem, show } from "./problem";

interface LocatedProblem {
  readonly path: Path;
  readonly text: string;
}

/** What is no plain data, at any depth: values that only Terraform knows, and a name that JavaScript reserves. */
export function problemsOfData(value: unknown, path: Path = [], seen = new Set<unknown>()): LocatedProblem[] {
  if (Token.isUnresolved(value)) {
    return [{ path, text: problem(path, "plain data", "a Terraform value", WRITE_IT) }];
  }
  if (!isPlain(value) || seen.has(value)) {
    return [];
  }
  seen.add(value);
  return Array.isArray(value)
    ? value.flatMap((item, index) => problemsOfData(item, [...path, index], seen))
    : Object.entries(value).flatMap(([key, item]) => problemsOfEntry(key, item, [...path, key], seen));
}

function problemsOfEntry(key: string, item: unknown, path: Path, seen: Set<unknown>): LocatedProblem[] {
  // Zod passes over it in silence.
  return key === "__proto__"
    ? [{ path, text: problem(path, "another name", show(key), "JavaScript keeps this one for itself") }]
    : problemsOfData(item, path, seen);
}

const WRITE_IT = "write the value itself: configuration is read before Terraform runs";

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
