import { problemsOfIssue } from "../checking/issue";
import { problemsOfSecrets } from "../checking/literal-secrets";
import { problemsOfData } from "../checking/plain-data";
import { ORGANISATION_SETTINGS } from "./schema";

const AT = ["organisation"];

/** Refuses secrets, Terraform values, unknown settings and wrong types. */
export function problemsOfOrganisationShape(settings: unknown): string[] {
  const secrets = problemsOfSecrets(settings, AT);
  if (secrets.length > 0) {
    return secrets;
  }
  const data = problemsOfData(settings, AT);
  if (data.length > 0) {
    return data.map(({ text }) => text);
  }
  const { error } = ORGANISATION_SETTINGS.safeParse(settings, { reportInput: true });
  return (error?.issues ?? []).flatMap((issue) => problemsOfIssue(issue, AT));
}
