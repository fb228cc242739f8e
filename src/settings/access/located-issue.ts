import type { z } from "zod";
import { problemsOfIssue } from "../checking/issue";
import { problem, show } from "../checking/problem";
import type { YamlSource } from "./yaml-source";
import type { LocatedProblem } from "./yaml-syntax";

/** Problems behind a schema's issue, each with the line of its file. */
export function locatedIssue(issue: z.core.$ZodIssue, lineOf: YamlSource["lineOf"]): LocatedProblem[] {
  const { path } = issue;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.flatMap((key) =>
        problemsOfIssue({ ...issue, keys: [key] }).map((text) => ({ line: lineOf([...path, key]), text })),
      );
    case "custom":
      return [
        {
          line: lineOf(path),
          text: problem(
            path,
            issue.message,
            show(issue.input),
            String(issue.params?.fix ?? `write ${issue.message}`),
          ),
        },
      ];
    default:
      return problemsOfIssue(issue).map((text) => ({ line: lineOf(path), text }));
  }
}
