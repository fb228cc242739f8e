import { type Path, problem, show } from "./problem";

/** Two words at least: fewer explain nothing. */
export const SENTENCE = /\w{3} \w/;

/** Refuses a reason that is no sentence. */
export const problemsOfReason = (reason: string, path: Path, fix: string): string[] =>
  SENTENCE.test(reason) ? [] : [problem(path, "a sentence", show(reason), fix)];
