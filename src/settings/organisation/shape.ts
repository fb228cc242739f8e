import { problemsOfIssue } from "../checking/issue";
import { problemsOfData } from "../checking/plain-data";
import { ORGANISATION_SETTINGS } from "./schema";

const AT = ["organisation"];

/** Refuses Terraform values, unknown settings and wrong types. */
export function problemsOfOrganisationShape(settings: unknown): string[] {
  const data = problemsOfData(settings, AT);
  if (data.length > 0) {
    return data.map(({ text }) => text);
  }
  const { error } = ORGANISATION_SETTINGS.safeParse(settings, { reportInput: true });
  return (error?.issues ?? []).flatMap((issue) => problemsOfIssue(issue, AT));
}
