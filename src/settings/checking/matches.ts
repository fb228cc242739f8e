import { type Path, problem, show } from "./problem";

/** A folder of a repository, as seen from its root; none leads out of it. */
export const FOLDER = /^(?!\.\.?(?:\/|$))[\w.-]+(?:\/(?!\.\.?(?:\/|$))[\w.-]+)*$/;

/** Such as `slack-search-team`. */
export const KEBAB_CASE = /^[a-z][a-z0-9-]*$/;

/** What is wrong with a text that has to look a certain way. */
export const matches = (value: string, pattern: RegExp, at: Path, expected: string, fix: string): string[] =>
  pattern.test(value) ? [] : [problem(at, expected, show(value), fix)];
