import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { built, FILE, inAnyOrder, overlaysIn, strayObjects, withComponentsReversed } from "./overlays";

/** Outcome for a template repository. */
export interface Checked {
  readonly overlays: number;
  readonly findings: readonly string[];
}

/**
 * Builds every folder that Flux applies, and refuses objects outside their namespace, and stages and regions that change the
 * same field: those make another object when their order changes.
 *
 * @param expected - folders that clusters read
 */
export const checkGitOps = (
  repository: string,
  expected: readonly string[],
  kustomize: string,
  signal: AbortSignal,
): Promise<Checked> =>
  inTemporaryFolder("gitops", async (copy) => {
    cpSync(repository, copy, { recursive: true });
    const overlays = overlaysIn(repository);
    const findings = expected
      .filter((folder) => !overlays.includes(folder))
      .map(
        (folder) => `${folder}: expected a folder with a ${FILE}, since a cluster reads it, got none; add it`,
      );
    for (const overlay of overlays) {
      findings.push(...(await problemsOf(overlay, repository, copy, kustomize, signal)));
    }
    return { overlays: overlays.length, findings };
  });

async function problemsOf(
  overlay: string,
  repository: string,
  copy: string,
  kustomize: string,
  signal: AbortSignal,
): Promise<string[]> {
  const one = await built(overlay, { kustomize, repository, signal });
  if ("problem" in one) {
    return [`${overlay}: ${one.problem}`];
  }
  writeFileSync(join(copy, overlay, FILE), withComponentsReversed(repository, overlay));
  const other = await built(overlay, { kustomize, repository: copy, signal });
  return [
    ...strayObjects(overlay, one.yaml),
    ...("problem" in other || inAnyOrder(other.yaml) !== inAnyOrder(one.yaml)
      ? [
          `${overlay}: expected the same objects in whatever order its components come, got others; let a field be changed by a stage or by a region, and not by both`,
        ]
      : []),
  ];
}
