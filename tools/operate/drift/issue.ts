import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GitHub } from "../../kit/github";
import { inTemporaryFolder } from "../../kit/temporary-folder";

export interface Drift {
  /** Rows of the stacks that differ. */
  readonly rows: readonly string[];

  /** Commit that was deployed. */
  readonly deployed: string;

  /** Address of the workflow's run. */
  readonly run: string;
}

/** Keeps one issue about what differs from what was deployed: opens it, brings it up to date, or closes it. */
export async function keepIssue(github: GitHub, { rows, deployed, run }: Drift): Promise<void> {
  const about = "The platform differs from what was deployed";
  await github("label", "create", "drift", "--description", about, "--force");
  const open = JSON.parse(
    await github("issue", "list", "--label", "drift", "--state", "open", "--limit", "1", "--json", "number"),
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
      ? github("issue", "create", "--title", "Drift", "--label", "drift", "--body-file", file)
      : github("issue", "edit", String(issue), "--body-file", file));
  });
}
