import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { driftIn } from "../../../operate/drift/drift";

function rowsOf(rows: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "rows-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  Object.entries(rows).forEach(([stack, row]) => writeFileSync(join(folder, `${stack}.md`), `${row}\n`));
  return folder;
}

test("is what a plan would change or could not look at, and no stack that is as it was or not there yet", () => {
  const rows = rowsOf({
    "vpc-staging": "| vpc-staging | no changes | [run](https://tf.example) |",
    "root-dns-staging": "| root-dns-staging | 1 to change | [run](https://tf.example) |",
    "ecr-production": "| ecr-production | not planned: it has no workspace yet |  |",
  });

  expect(driftIn(["vpc-staging", "root-dns-staging", "ecr-production", "vpc-production"], rows)).toEqual([
    "| root-dns-staging | 1 to change | [run](https://tf.example) |",
    "| vpc-production | :x: did not finish | |",
  ]);
});
