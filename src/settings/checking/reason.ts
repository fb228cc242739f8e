import { type Path, problem, show } from "./problem";

/** Refuses a reason that is no sentence: fewer than two words explain nothing. */
export const problemsOfReason = (reason: string, path: Path, fix: string): string[] =>
  /\w{3} \w/.test(reason) ? [] : [problem(path, "a sentence", show(reason), fix)];
