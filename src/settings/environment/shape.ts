import { problemsOfIssue } from "../checking/issue";
import { environmentLabel } from "../checking/label";
import { problemsOfSecrets } from "../checking/literal-secrets";
import { type DataProblem, problemsOfData } from "../checking/plain-data";
import type { Path } from "../checking/problem";
import { withoutSecretShapes } from "../checking/secret-shapes";
import { ENVIRONMENT_SETTINGS } from "./schema";

/** Problems in the form of an environment file: secrets, Terraform values, unknown settings, wrong types. */
export function problemsOfShape(settings: unknown): string[] {
  const secrets = problemsOfSecrets(settings);
  const problems = secrets.length > 0 ? secrets : problemsOfForm(settings);
  return problems.map((text) => `${withoutSecretShapes(environmentLabel(settings))} ${text}`);
}

function problemsOfForm(settings: unknown): string[] {
  const data = problemsOfData(settings);
  const others = issuesOf(settings, data).filter(
    (issue) => !data.some(({ path }) => isWithin(issue.path, path)),
  );

  return [...data.map(({ text }) => text), ...others.flatMap((issue) => problemsOfIssue(issue))];
}

const issuesOf = (settings: unknown, data: readonly DataProblem[]) =>
  data.some(({ endless }) => endless)
    ? []
    : (ENVIRONMENT_SETTINGS.safeParse(settings, { reportInput: true }).error?.issues ?? []);

const isWithin = (path: Path, ancestor: Path) => ancestor.every((key, index) => path[index] === key);
