import type { KindMeasured, Measured } from "./measure";

/** Page that the command writes. */
export const PAGE = "docs/tenant-changes.md";

const HEAD = `# What a change of a tenant's resource does

\`npm run emulate -- tenants\` wrote this page from what it measured: it applies a resource of each kind to an emulated AWS, on a live
cluster, and plans again, which changes nothing. Then it changes one field after the other, applies each change, plans again, and goes
back. **In place** keeps the resource and what is in it. **Replaced** makes another, without what was in it. **Refused** would lose
what is protected: Terraform ends with an error, unless \`protection\` of the resource is off. Some fields change a part beside the
resource, which the last column names.
`;

/** Markdown of what was measured. */
export const pageOf = (kinds: readonly KindMeasured[], emulator: string, provider: string): string =>
  [
    HEAD,
    ...kinds.map(({ kind, created, fields }) =>
      [`## ${kind}`, "", `${created} resources.`, "", ...table(fields), ""].join("\n"),
    ),
    `Measured with ${emulator} and version ${provider} of the provider for AWS. Fields whose change synth refuses are not in it.\n`,
  ].join("\n");

const table = (fields: readonly Measured[]): string[] => [
  "| Field | A change of it | What goes |",
  "| --- | --- | --- |",
  ...fields.map(
    ({ field, verdict: { way, lost, isRefused } }) =>
      `| \`${field}\` | ${isRefused ? "refused while it is protected, else " : ""}${way} | ${lost.map((type) => `\`${type}\``).join(", ") || "–"} |`,
  ),
];
