import { problemsOfIssue } from "../checking/issue";
import { problemsOfSecrets } from "../checking/literal-secrets";
import { problemsOfData } from "../checking/plain-data";
import { PRODUCTS_SETTINGS } from "./settings-schema";

const AT = ["products"];

/** Refuses secrets, Terraform values, unknown settings and wrong types beside the files, which were checked as they were read. */
export function problemsOfProductsShape(settings: unknown): string[] {
  const written = typeof settings === "object" && settings !== null ? { ...settings, files: [] } : settings;
  const secrets = problemsOfSecrets(written, AT);
  if (secrets.length > 0) {
    return secrets;
  }
  const data = problemsOfData(written, AT);
  if (data.length > 0) {
    return data.map(({ text }) => text);
  }
  const { error } = PRODUCTS_SETTINGS.safeParse(settings, { reportInput: true });
  return (error?.issues ?? []).flatMap((issue) => problemsOfIssue(issue, AT));
}
