import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GitHub } from "../../kit/github";
import { inTemporaryFolder } from "../../kit/temporary-folder";

export interface Drift {
  /** Rows of the stacks that differ. */
  readonly rows: readonly string[];

  /** Commit that was deployed. */
  readonly deployed: string;

  /** Label of the issue. */
  readonly label: string;

  /** Address of the workflow's run. */
  readonly run: string;
}

/** Title from a label: `Drift of tenants`. */
const titleOf = (label: string): string =>
  `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`.replaceAll("-", " ");

/** Keeps one issue about what differs from what was deployed: opens it, brings it up to date, or closes it. */
export async function keepIssue(github: GitHub, { rows, deployed, label, run }: Drift): Promise<void> {
  const about = "The platform differs from what was deployed";
  await github("label", "create", label, "--description", about, "--force");
  const open = JSON.parse(
    await github("issue", "list", "--label", label, "--state", "open", "--limit", "1", "--json", "number"),
  ) as readonly { readonly number: number }[];
  const issue = open[0]?.number;

  if (rows.length === 0) {
    if (issue !== undefined) {
      const comment = `Nothing differs from ${deployed} any more: ${run}`;
      await github("issue", "close", String(issue), "--comment", comment);
    }
    return;
  }
  const body = [
    `${about} (${deployed}). Last looked at by ${run}.`,
    "",
    "| Stack | To get back | |",
    "| --- | --- | --- |",
    ...rows,
  ].join("\n");
  await inTemporaryFolder("drift", async (folder) => {
    const file = join(folder, "issue.md");
    writeFileSync(file, `${body}\n`);
    await (issue === undefined
      ? github("issue", "create", "--title", titleOf(label), "--label", label, "--body-file", file)
      : github("issue", "edit", String(issue), "--body-file", file));
  });
}
