import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { environmentSettings } from "../../../src/platform/environments";
import { clusterLabel, stackId } from "../../../src/settings/environment/stack-names";
import { CommandError } from "../../kit/command-error";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { withApiServer } from "../../offline/api-server";
import { defineEnvironments } from "../../samples/platform";
import { synthesiseExamples, tenantedClusters } from "../../samples/examples";
import { synthesise } from "../../samples/synthesise";
import { controlPlaneProgram } from "../../toolbox/control-plane";
import { pageOf, pinnedFile } from "../rights/pinned";
import { rightsAsker } from "./rights-of-cluster";

/**
 * Writes the rights in each cluster of the platform, and in those of examples that have tenants.
 *
 * @throws CommandError if there is no API server to ask
 */
export async function writeRights(progress: (text: string) => void, signal: AbortSignal): Promise<void> {
  const programs = {
    etcd: await programOf("etcd", signal),
    "kube-apiserver": await programOf("kube-apiserver", signal),
  };
  const environments = defineEnvironments(environmentSettings);
  await inTemporaryFolder("rights", async (folder) => {
    const stacks = synthesise(environments, join(folder, "stacks"));
    await withApiServer(programs, signal, async (client) => {
      const rightsIn = rightsAsker(client);
      for (const cluster of environments.flatMap(({ clusters }) => clusters)) {
        const file = pinnedFile(clusterLabel(cluster));
        progress(file);
        const access = stacks.find(({ id }) => id === stackId("cluster-access", cluster))!;
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, pageOf(clusterLabel(cluster), await rightsIn([access])));
      }
      const ofExamples = synthesiseExamples(join(folder, "examples"));
      for (const { page, stacks: ids } of tenantedClusters()) {
        if (page === undefined) {
          continue;
        }
        progress(pinnedFile(page));
        const theirs = ofExamples.filter(({ id }) => ids.has(id));
        writeFileSync(pinnedFile(page), pageOf(page, await rightsIn(theirs)));
      }
    });
  });
}

async function programOf(name: "etcd" | "kube-apiserver", signal: AbortSignal): Promise<string> {
  const tool = await controlPlaneProgram(name, signal);
  if ("missing" in tool) {
    throw new CommandError(
      `${name}: expected a program to ask, got none: ${tool.missing}; see docs/verification.md`,
    );
  }
  return tool.program;
}
