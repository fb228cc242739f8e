import { withoutSecretShapes } from "./secret-shapes";

/** Position of a setting in an environment file. */
export type Path = readonly PropertyKey[];

/** A problem in the words of the file's author. `got` is text: see {@link show}. */
export const problem = (path: Path, expected: string, got: string, fix: string): string =>
  `${pathText(path)}: expected ${expected}, got ${got}; ${fix}`;

/** Path as text, such as `cluster.nodeGroups.arm-green.instanceTypes[0]`. */
export const pathText = (path: Path): string =>
  path
    .map((key) => {
      if (typeof key === "number") {
        return `[${key}]`;
      }
      return /^[A-Za-z_][\w-]*$/.test(String(key))
        ? `.${withoutSecretShapes(String(key))}`
        : `[${show(String(key))}]`;
    })
    .join("")
    .replace(/^\./, "") || "settings";

const LONGEST_SHOWN = 80;

/** A value, short enough for a message and without secrets. */
export function show(value: unknown): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? "an empty list" : "a list";
  }
  switch (typeof value) {
    case "string":
      return JSON.stringify(shortened(withoutSecretShapes(value)));
    case "object":
      return value === null ? "null" : "an object";
    case "undefined":
      return "nothing";
    case "function":
      return "a function";
    case "symbol":
      return "a symbol";
    default:
      return String(value);
  }
}

const shortened = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;

/** List of choices in words: `nothing`, `a`, `a or b`, `one of a, b, c`. */
export const oneOf = (choices: readonly string[]): string =>
  choices.length > 2 ? `one of ${choices.join(", ")}` : choices.join(" or ") || "nothing";
