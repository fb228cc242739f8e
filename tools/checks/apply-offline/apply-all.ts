import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../../src/settings/environment/environment";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { type ControlPlanePrograms, withControlPlane } from "../../offline/control-plane";
import { synthesise } from "../../samples/synthesise";
import { allRequirements } from "../../terraform-json/requirements";
import { provide, type Providers } from "../../toolbox/providers";
import { terraformVersion } from "../../toolbox/terraform-version";
import { type Applied, applyCluster } from "./apply-cluster";
import { type ClusterStacks, stacksOf } from "./cluster-stacks";
import { chartFolders } from "../charts/chart-folders";
import { renderWith } from "../charts/render";
import { playEks } from "./play-eks";

/** Programs for applying. */
export interface ApplyPrograms extends ControlPlanePrograms {
  readonly helm: string;
}

/** Result of applying clusters. */
export interface Applications {
  readonly clusters: readonly Applied[];
  readonly providers: Providers;
}

/** Providers without which there is nothing to apply. */
const NEEDED = ["kubernetes", "helm"];

/** Applies the clusters of environments, each to a control plane of its own. */
export const applyAll = (
  environments: readonly Environment[],
  programs: ApplyPrograms,
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<Applications | { readonly missing: string }> =>
  inTemporaryFolder("apply-offline", async (folder) => {
    if ((await terraformVersion(signal)) === undefined) {
      return { missing: "terraform was not found" };
    }
    progress("synth");
    const stacks = synthesise(environments, join(folder, "stacks"));
    const clusters: ClusterStacks[] = [];
    const [folders, render] = [chartFolders(programs.helm, signal), renderWith(programs.helm, signal)];
    const renderer = { folders, render, scratch: folder };
    progress("charts");
    for (const cluster of environments.flatMap((environment) => environment.clusters)) {
      clusters.push(await stacksOf(cluster, stacks, renderer));
    }
    const jsons = clusters.flatMap(({ access, services }) => [
      access.json,
      ...(services ? [services.json] : []),
    ]);
    progress("providers");
    const requirements = allRequirements(jsons);
    const providers = await provide(requirements, join(folder, "providers"), signal);
    const missing = [...providers.values()].flatMap((one) =>
      "missing" in one && NEEDED.includes(one.name) ? [`provider ${one.name}: ${one.missing}`] : [],
    );
    if (missing.length > 0) {
      return { missing: missing.join("; ") };
    }
    const applied: Applied[] = [];
    for (const cluster of clusters) {
      const own = join(folder, "clusters", cluster.label);
      mkdirSync(own, { recursive: true });
      progress(`${cluster.label}: control plane`);
      applied.push(
        await withControlPlane(programs, signal, async (server) => {
          await playEks(server.client);
          return applyCluster(cluster, server, { providers, folder: own, progress, signal });
        }),
      );
    }
    return { clusters: applied, providers };
  });
