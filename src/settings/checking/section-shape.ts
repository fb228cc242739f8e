import type { z } from "zod";
import { problemsOfIssue } from "./issue";
import { problemsOfSecrets } from "./literal-secrets";
import { problemsOfData } from "./plain-data";
import type { Path } from "./problem";

/**
 * Refuses secrets, Terraform values, unknown settings and wrong types of a section. Tells the first sort of problem alone.
 *
 * @param written - part of the settings that no other check has read
 */
export function problemsOfSection(
  settings: unknown,
  at: Path,
  schema: z.ZodType,
  written: unknown = settings,
): string[] {
  const secrets = problemsOfSecrets(written, at);
  if (secrets.length > 0) {
    return secrets;
  }
  const data = problemsOfData(written, at);
  if (data.length > 0) {
    return data.map(({ text }) => text);
  }
  const { error } = schema.safeParse(settings, { reportInput: true });
  return (error?.issues ?? []).flatMap((issue) => problemsOfIssue(issue, at));
}
