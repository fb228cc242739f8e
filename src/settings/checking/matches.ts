import { type Path, problem, show } from "./problem";

/** Folder of a repository, relative to its root and inside of it. */
export const FOLDER = /^(?!\.\.?(?:\/|$))[\w.-]+(?:\/(?!\.\.?(?:\/|$))[\w.-]+)*$/;

/** Name in kebab-case, such as `slack-search-team`. */
export const KEBAB_CASE = /^[a-z][a-z0-9-]*$/;

/** Problem of a text that does not match a pattern. */
export const matches = (value: string, pattern: RegExp, at: Path, expected: string, fix: string): string[] =>
  pattern.test(value) ? [] : [problem(at, expected, show(value), fix)];
