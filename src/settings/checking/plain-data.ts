import { Token } from "cdktf";
import { type Path, problem, show } from "./problem";

export interface DataProblem {
  readonly path: Path;
  readonly text: string;

  /** Marks a value that contains itself. */
  readonly endless?: true;
}

/**
 * Deepest nesting, several times that of any chart's values. Following deeper nesting would run out of stack.
 */
const DEEPEST = 50;

/** Parts of a value that are no plain data, at any depth. */
export function problemsOfData(
  value: unknown,
  path: Path = [],
  parents: readonly unknown[] = [],
): DataProblem[] {
  if (Token.isUnresolved(value)) {
    const fix = "write the value itself: configuration is read before Terraform runs";
    return [{ path, text: problem(path, "plain data", "a Terraform value", fix) }];
  }
  if (!isPlain(value)) {
    return [];
  }
  if (parents.includes(value)) {
    const text = problem(path, "plain data", "an object that contains itself", "write a copy");
    return [{ path, text, endless: true }];
  }
  if (parents.length === DEEPEST) {
    const text = problem(path, `at most ${DEEPEST} levels`, "more", "write less of it inside each other");
    return [{ path, text, endless: true }];
  }

  const within = [...parents, value];
  return Array.isArray(value)
    ? value.flatMap((item, index) => problemsOfData(item, [...path, index], within))
    : Object.entries(value).flatMap(([key, item]) => problemsOfEntry([...path, key], key, item, within));
}

function problemsOfEntry(path: Path, key: string, item: unknown, within: readonly unknown[]): DataProblem[] {
  // Zod ignores it without a message.
  return key === "__proto__"
    ? [{ path, text: problem(path, "another name", show(key), "JavaScript keeps this one for itself") }]
    : problemsOfData(item, path, within);
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
