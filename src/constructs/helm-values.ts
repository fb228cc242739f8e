import { Token } from "cdktf";

export type HelmValue = string | number | boolean | null | readonly HelmValue[] | HelmValues;

/**
 * Values of a chart. A key that is `undefined` counts as left out; `null` removes the chart's own default.
 */
export interface HelmValues {
  readonly [key: string]: HelmValue | undefined;
}

/**
 * Values as the text that a release takes: JSON, which is YAML as well. String references stay in place;
 * other text that looks like a Terraform template is data and reaches the chart as written.
 *
 * @throws where a value is a reference that JSON cannot hold
 */
export function encodeValues(values: HelmValues, overrides: HelmValues = {}): string {
  const merged = mergeValues(values, overrides);
  if (!isEncodable(merged)) {
    throw new Error(problemsOf(merged, []).join("\n"));
  }
  return JSON.stringify(merged, null, 2).replace(TEMPLATE, "$1$1{");
}

/** Merges maps key by key, the second one's last. Lists and all other values replace each other. */
export function mergeValues(values: HelmValues, overrides: HelmValues): HelmValues {
  const changed = Object.entries(overrides).map(([key, override]) => {
    const value = values[key];
    return [key, isMap(value) && isMap(override) ? mergeValues(value, override) : override] as const;
  });
  return { ...values, ...Object.fromEntries(changed.filter(([, value]) => value !== undefined)) };
}

/** Start of a template, unless CDKTF has a reference there. */
const TEMPLATE = /([$%])\{(?!TfToken\[)/g;

/** Part of a reference to a list or a map, which CDKTF resolves only in an attribute of its own. */
const PIECE = /[#&]\{TfToken\[/;

/** True of what {@link problemsOf} has nothing to say about, which is almost every value, and quicker to learn. */
function isEncodable(value: unknown): boolean {
  if (typeof value === "string") {
    return !PIECE.test(value);
  }
  if (typeof value === "boolean" || value === null || value === undefined) {
    return true;
  }
  return !Token.isUnresolved(value) && (typeof value !== "object" || Object.values(value).every(isEncodable));
}

function problemsOf(value: unknown, path: readonly (string | number)[]): string[] {
  if (typeof value === "string") {
    return PIECE.test(value) ? [problem(path, "part of a list")] : [];
  }
  if (Token.isUnresolved(value)) {
    return [problem(path, kindOf(value))];
  }
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, item]) => problemsOf(item, [...path, key]));
}

const problem = (path: readonly (string | number)[], kind: string): string =>
  `values.${path.join(".")}: expected data or a reference to a string, got a reference to ${kind}; ` +
  "turn it into a string first (Token.asString, Fn.join, Fn.jsonencode)";

function kindOf(token: unknown): string {
  if (Array.isArray(token)) {
    return "a list";
  }
  return typeof token === "number" ? "a number" : "a map or an object";
}

const isMap = (value: HelmValue | undefined): value is HelmValues =>
  typeof value === "object" && value !== null && !Array.isArray(value);
