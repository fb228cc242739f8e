import type { z } from "zod";
import { nearest } from "./nearest";
import { ownValue } from "./own-value";
import { oneOf, type Path, problem, show } from "./problem";

type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** Problems behind a schema's issue, in the words of the file's author. */
export function problemsOfIssue(issue: Issue, within: Path = []): string[] {
  const path = [...within, ...issue.path];

  switch (issue.code) {
    case "unrecognized_keys": {
      const known = issue.message.split(", ");
      return issue.keys.map((key) => unknownKey([...path, key], key, known));
    }
    case "invalid_union":
      return "options" in issue && issue.discriminator !== undefined
        ? problemsOfIssue(wrongTag(issue, issue.discriminator, issue.options ?? []), within)
        : problemsOfUnion(issue.errors, path, issue.input);
    default:
      return [problem(path, expectedBy(issue), show(issue.input), fixOf(issue))];
  }
}

/** Issue of a tag that none of a union's alternatives has. */
const wrongTag = (
  { path, input }: Issue,
  tag: string,
  values: readonly z.core.util.Primitive[],
): z.core.$ZodIssueInvalidValue => ({
  code: "invalid_value",
  path,
  values: [...values],
  input: ownValue(input as Readonly<Record<string, unknown>>, tag),
  message: "",
});

function unknownKey(path: Path, key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  return problem(path, oneOf(known), show(key), meant ? `did you mean ${meant}?` : "remove it");
}

/** Problems of the alternative that the author most likely meant. */
function problemsOfUnion(alternatives: readonly Issue[][], path: Path, got: unknown): string[] {
  const sameKind = alternatives.filter((issues) => !issues.some(isAboutTheWhole));
  const [closest] = [...sameKind].sort((a, b) => distance(a) - distance(b));
  if (!closest) {
    const expected = [...new Set(alternatives.flat().map(expectedBy))].join(" or ");
    return [problem(path, expected, show(got), got === undefined ? "add it" : `write ${expected}`)];
  }

  const tag = closest.find((issue) => issue.code === "invalid_value");
  const others = sameKind.map((issues) => issues.find((issue) => samePlace(issue, tag)));
  if (tag && others.every((issue) => issue?.code === "invalid_value")) {
    const values = others.flatMap((issue) => (issue?.code === "invalid_value" ? issue.values : []));
    return problemsOfIssue({ ...tag, values }, path);
  }
  return closest.flatMap((issue) => problemsOfIssue(issue, path));
}

const isAboutTheWhole = ({ code, path }: Issue) => path.length === 0 && code !== "unrecognized_keys";

const samePlace = (a: Issue, b: Issue | undefined) => a.path.join() === b?.path.join();

/**
 * Distance of an alternative from the value. A wrong tag, such as a backend's `type`, counts more than a
 * surplus key, and that more than a wrong value.
 */
const distance = (issues: readonly Issue[]): number =>
  issues.reduce(
    (sum, { code }) => sum + (code === "invalid_value" ? 100 : code === "unrecognized_keys" ? 10 : 1),
    0,
  );

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      // A schema may have its own words for what it expects.
      return issue.message.startsWith("Invalid input")
        ? (TYPES[issue.expected] ?? issue.expected)
        : issue.message;
    case "invalid_value":
      return oneOf(issue.values.map(show));
    default:
      return issue.message;
  }
}

function fixOf(issue: Issue): string {
  const { input } = issue;
  if (input === undefined) {
    return "add it";
  }
  if (issue.code === "invalid_value" && typeof input === "string") {
    const meant = nearest(input, issue.values.map(String));
    return meant ? `did you mean ${show(meant)}?` : "write one of them";
  }
  if (issue.code === "invalid_type" && issue.expected === "number" && typeof input === "string") {
    return "write it without quotes";
  }
  if (issue.code === "invalid_type" && issue.expected === "string" && typeof input === "number") {
    return "put it in quotes";
  }
  return `write ${expectedBy(issue)}`;
}
