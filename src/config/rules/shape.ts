import { problemsOfIssue } from "./issue";
import { environmentLabel } from "./label";
import { type Path, problem } from "./problem";
import { ENVIRONMENT_SETTINGS } from "./schema";
import { pathsOfTokens } from "./tokens";

/** What is wrong with the form of an environment file: unknown keys, wrong types, Terraform values. */
export function problemsOfShape(settings: unknown): string[] {
  const tokens = pathsOfTokens(settings);
  const issues = ENVIRONMENT_SETTINGS.safeParse(settings, { reportInput: true }).error?.issues ?? [];
  const others = issues.filter((issue) => !tokens.some((token) => isWithin(issue.path, token)));

  const problems = [...tokens.map(problemOfToken), ...others.flatMap((issue) => problemsOfIssue(issue))];
  return problems.map((text) => `${environmentLabel(settings)} ${text}`);
}

const problemOfToken = (path: Path): string =>
  problem(
    path,
    "plain data",
    "a Terraform value",
    "write the value itself: configuration is read before Terraform runs",
  );

const isWithin = (path: Path, ancestor: Path) => ancestor.every((key, index) => path[index] === key);
