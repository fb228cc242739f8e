import type { Environment } from "../../../../src/settings/environment/environment";
import { inTemporaryFolder } from "../../../kit/temporary-folder";
import { withControlPlane } from "../../../offline/control-plane";
import { playEks } from "../play-eks";
import { prepare, withoutAws } from "../prepare";
import { type Recovery, tryEndings } from "./try-endings";

/** Lets runs of an environment's first cluster end half-way, and takes the documented steps. */
export const measureEndings = (
  environment: Environment,
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<readonly Recovery[] | { readonly missing: string }> =>
  inTemporaryFolder("half-way", async (folder) => {
    const prepared = await prepare([environment], { folder, progress, signal });
    if ("missing" in prepared) {
      return prepared;
    }
    const { programs, clusters } = prepared;
    const providers = withoutAws(prepared.providers, "runs end half-way without it");
    const [cluster] = clusters;
    return withControlPlane(programs, signal, async (server) => {
      await playEks(server.client);
      return tryEndings(cluster!, server, {
        ...{ folder, progress, signal, helm: programs.helm, providers },
        moment: () => 0.2 + 0.6 * Math.random(),
      });
    });
  });
