import type { Measured, TrialMeasured } from "./measure";

/** Page that the command writes. */
export const PAGE = "docs/tenant-changes.md";

const HEAD = `# What a change of a tenant's resource does

\`npm run emulate -- tenants\` writes this page from what it measures. It applies a resource of each kind to an emulated AWS, on a live
cluster, and plans again, which must change nothing. For each field of the kind, Terraform then plans a change of it. Those that it does
not refuse are applied, as many at once as go together, and planned again.

- **In place** keeps the resource and what is in it.
- **Replaced** makes another and removes the first, with what was in it.
- **Refused** would lose what is protected: Terraform ends with an error, unless \`protection\` of the resource is off. Elsewhere than on
  live clusters, such a change replaces the resource.
- **Nothing changes** in AWS: the field is about the namespace, or about checks before Terraform.

The last column has the types that are replaced or removed; some fields change a part beside the resource, such as an alarm.
`;

/** Words in place of a trial that has not been measured to its end. */
export const NOT_YET = "Not measured yet.";

/** Section of a trial, as the page has it. */
export const sectionOf = (
  { trial, created, fields, applied, canaries, lacking }: TrialMeasured,
  versions: string,
): string =>
  [
    `## ${trial.title}`,
    "",
    `${created} resources, applied twice; then ${applied.fields} of ${fields.length} fields changed in ${applied.applies} more. ${secretsOf(canaries)}`,
    "",
    "| Field | A change of it | What goes |",
    "| --- | --- | --- |",
    ...fields.map(rowOf),
    "",
    `Measured with ${versions}. ${lackedIn(lacking)}`,
    "",
  ].join("\n");

const secretsOf = (canaries: number): string =>
  canaries === 0
    ? "It has no secret."
    : `${canaries} ${canaries === 1 ? "secret was" : "secrets were"} in no JSON, state, plan or log.`;

const lackedIn = (lacking: ReadonlyMap<string, string>): string =>
  lacking.size === 0
    ? "Everything was applied."
    : `Planned, but not applied or not compared again: ${[...lacking].map(([type, reason]) => `\`${type}\` (${reason})`).join(", ")}.`;

const rowOf = ({ field, verdict: { way, lost, isRefused } }: Measured): string =>
  `| \`${field}\` | ${isRefused ? "refused" : way} | ${lost.map((type) => `\`${type}\``).join(", ") || "–"} |`;

/**
 * Page with sections that were measured, and those that it had of other trials.
 *
 * @param titles - trials in their order
 */
export function pageWith(
  page: string,
  measured: ReadonlyMap<string, string>,
  titles: readonly string[],
): string {
  const had = new Map(
    page
      .split(/^(?=## )/m)
      .filter((section) => section.startsWith("## "))
      .map((section) => [/^## (.+)$/m.exec(section)?.[1] ?? "", section.trimEnd()]),
  );
  const sections = titles.map(
    (title) => measured.get(title) ?? had.get(title) ?? `## ${title}\n\n${NOT_YET}`,
  );
  return `${[HEAD.trimEnd(), ...sections.map((section) => section.trimEnd())].join("\n\n")}\n`;
}
