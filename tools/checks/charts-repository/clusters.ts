import { resolve } from "node:path";
import type { Environment } from "../../../src/settings/environment/environment";
import { definePlatform, type PlatformSettings } from "../../../src/settings/define-platform";
import { CommandError } from "../../kit/command-error";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { synthesise } from "../../samples/synthesise";
import { goTool } from "../../toolbox/go-tools";
import { toolCache } from "../../toolbox/tools";
import { chartFolders } from "../charts/chart-folders";
import { keptRenderings } from "../charts/kept-renderings";
import { renderWith } from "../charts/render";
import { checkApplications, type Verdict } from "./check-applications";
import { platformCluster } from "./platform-cluster";

/** Applications of a charts repository in the clusters of a platform. */
export interface RepositoryResults {
  readonly verdicts: readonly Verdict[];

  /** Releases of the platform whose objects no application was compared with, by cluster. */
  readonly notRendered: readonly string[];
}

/** Holds a charts repository against each cluster of a platform that deploys charts. */
export async function checkRepository(
  path: string,
  settings: PlatformSettings,
  only: string | undefined,
  signal: AbortSignal,
): Promise<RepositoryResults> {
  const [helm, gator] = await Promise.all([goTool("helm", signal), goTool("gator", signal)]);
  if ("missing" in helm || "missing" in gator) {
    const missing = "missing" in helm ? helm.missing : "missing" in gator ? gator.missing : "";
    throw new CommandError(
      `helm and gator: expected both programs, got ${missing}; see docs/verification.md`,
    );
  }
  const { environments, tenants } = definePlatform(settings);
  checkEnvironment(only, environments);
  const folder = resolve(path);
  return inTemporaryFolder("charts-repository", async (scratch) => {
    const stacks = synthesise(environments, `${scratch}/stacks`, tenants);
    const folders = chartFolders(helm.program, signal);
    const renderer = { folders, render: renderWith(helm.program, signal), scratch };
    const renderings = keptRenderings(toolCache("renderings"));
    const verdicts: Verdict[] = [];
    const notRendered: string[] = [];
    for (const environment of environments.filter(({ name }) => only === undefined || name === only)) {
      for (const one of environment.clusters) {
        const cluster = await platformCluster(one, stacks, renderer);
        if (cluster !== undefined) {
          const repository = { folder, helm: helm.program, charts: folders, renderings, scratch, signal };
          const judge = { gator: gator.program, scratch: `${scratch}/judged`, signal };
          verdicts.push(...(await checkApplications(cluster, repository, judge)));
          notRendered.push(...cluster.notRendered.map((release) => `${cluster.label}: ${release}`));
        }
      }
    }
    return { verdicts, notRendered };
  });
}

function checkEnvironment(only: string | undefined, environments: readonly Environment[]): void {
  const names = environments.map(({ name }) => name);
  if (only !== undefined && !names.includes(only)) {
    throw new CommandError(
      `--environment: expected one of ${names.join(", ")}, got ${JSON.stringify(only)}; choose one of them`,
    );
  }
}
