import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../../src/settings/environment/environment";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { withProviders } from "../../offline/with-providers";
import { withControlPlane } from "../../offline/control-plane";
import type { Providers } from "../../toolbox/providers";
import { type Applied, applyCluster } from "./apply-cluster";
import { stacksInOrder } from "./cluster-stacks";
import { withAws } from "./emulated-aws";
import { playEks } from "./play-eks";
import { prepare } from "./prepare";

/** Result of applying clusters. */
export interface Applications {
  /** Version of Kubernetes. */
  readonly version: string;
  readonly clusters: readonly Applied[];
  readonly providers: Providers;
}

/** Applies the clusters of environments, each to a control plane of its own. */
export const applyAll = (
  environments: readonly Environment[],
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<Applications | { readonly missing: string }> =>
  inTemporaryFolder("apply-offline", async (folder) => {
    const prepared = await prepare(environments, { folder, progress, signal });
    if ("missing" in prepared) {
      return prepared;
    }
    const { programs, providers, version, aws: awsPrograms } = prepared;
    const clusters: Applied[] = [];
    for (const cluster of prepared.clusters) {
      const own = join(folder, "clusters", cluster.label);
      mkdirSync(own, { recursive: true });
      progress(`${cluster.label}: control plane`);
      const jsons = stacksInOrder(cluster).map((stack) => withProviders(stack, providers));
      clusters.push(
        await withAws(awsPrograms, jsons, { folder: own, signal }, (aws) =>
          withControlPlane(programs, signal, async (server) => {
            await playEks(server.client);
            return applyCluster(cluster, server, { providers, aws, folder: own, progress, signal });
          }),
        ),
      );
    }
    return { version, clusters, providers };
  });
