import { problemsOfIssue } from "../checking/issue";
import { problemsOfSecrets } from "../checking/literal-secrets";
import { problemsOfData } from "../checking/plain-data";
import type { Path } from "../checking/problem";
import { entryPath } from "./entry-path";
import { TENANTS_SETTINGS } from "./schema";

/** Problems in the form of the tenants: secrets, Terraform values, unknown settings, wrong types. */
export function problemsOfTenantsShape(settings: unknown): string[] {
  const secrets = problemsOfSecrets(settings);
  if (secrets.length > 0) {
    return secrets;
  }
  const data = problemsOfData(settings);
  if (data.some(({ endless }) => endless)) {
    return data.map(({ text }) => text);
  }
  const issues = TENANTS_SETTINGS.safeParse(settings, { reportInput: true }).error?.issues ?? [];
  const others = issues.filter((issue) => !data.some(({ path }) => isWithin(issue.path, path)));

  return [
    ...data.map(({ text }) => text),
    ...others.flatMap((issue) => problemsOfIssue({ ...issue, path: named(issue.path, settings) })),
  ];
}

const isWithin = (path: Path, ancestor: Path) => ancestor.every((key, index) => path[index] === key);

/** Path of a team or an application by its name, or by its position in the list if it has none. */
function named(path: PropertyKey[], settings: unknown): PropertyKey[] {
  const [list, index, ...rest] = path;
  if ((list !== "teams" && list !== "applications") || typeof index !== "number") {
    return path;
  }
  const entry: unknown = (settings as Record<typeof list, readonly unknown[]>)[list][index];
  return [...entryPath(list, entry, index), ...rest];
}
