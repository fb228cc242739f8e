import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withoutSecretShapes } from "../../../src/settings/checking/secret-shapes";
import type { Asked } from "../../kit/command";
import type { Progress } from "../../kit/run-checks";
import { argumentsOf, type CHANGES } from "./arguments";
import { findBase, isUnchanged, withWorktree } from "../../kit/git";
import { markdownOf } from "./markdown";
import { type Report, reportOn } from "./report";
import { provideDependencies, synthesise } from "./synthesise";
import { exitCodeOf } from "./exit-code";
import { tableOf } from "./table";

export interface Comparison {
  readonly asked: Asked<typeof CHANGES.options>;

  /** Root of the checkout. */
  readonly project: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;

  /** Files of the products that the changes since a commit can reach; none where they can reach all. */
  readonly productsSince: (commit: string) => Promise<readonly string[] | undefined>;
}

/**
 * Differences of the working tree in Terraform's terms, as text, and whether there are any.
 *
 * @throws CommandError if something in the arguments does not exist, or a side does not synthesise
 */
export async function compare({ asked, project, progress, signal, productsSince }: Comparison) {
  const { base: ref, ofTenants, format, failOn } = argumentsOf(asked);
  const checkout = { project, signal };
  const base = await findBase(checkout, ref);
  const products = ofTenants ? ((await productsSince(base.commit)) ?? "all") : undefined;
  const outdir = mkdtempSync(join(tmpdir(), "changes-out-"));

  try {
    const [head, old] = await settled([
      synthesise(
        { name: "the working tree", folder: project, outdir: join(outdir, "head"), products },
        progress,
        signal,
      ),
      withWorktree(checkout, base.commit, async (folder) => {
        const shared = await isUnchanged(checkout, base.commit, "package-lock.json");
        await provideDependencies(
          folder,
          shared ? join(project, "node_modules") : undefined,
          progress,
          signal,
        );
        return synthesise(
          { name: base.name, folder, outdir: join(outdir, "base"), products },
          progress,
          signal,
        );
      }),
    ]);
    const report = reportOn(base.name, old, head);
    const text = withoutSecretShapes(RENDERERS[format](report, base.commit));
    return { text, code: exitCodeOf(report, failOn) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

const RENDERERS = {
  table: (report: Report) => tableOf(report),
  markdown: (report: Report, commit: string) =>
    markdownOf(report, `npm run changes -- --base ${commit.slice(0, 7)}`),
  json: (report: Report) => JSON.stringify(report, null, 2),
};

/** Both results once both are done: nothing is removed under a process that still runs. */
async function settled<T>([one, other]: [Promise<T>, Promise<T>]): Promise<[T, T]> {
  await Promise.allSettled([one, other]);
  return [await one, await other];
}
