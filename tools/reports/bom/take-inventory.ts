import type { ClusterEnvironment, Environment } from "../../../src/settings/environment/environment";
import { chartFolders } from "../../checks/charts/chart-folders";
import { releasesOf } from "../../checks/charts/releases";
import { renderWith } from "../../checks/charts/render";
import { type Outcome, renderStack } from "../../checks/charts/render-stack";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { synthesise } from "../../samples/synthesise";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { stackPlaces } from "../../terraform-json/stack-places";
import { goTool } from "../../toolbox/go-tools";
import { type Inventory, inventoryOf } from "./inventory";

/** Inventory of the environments that are asked for, each synthesised and rendered. */
export async function takeInventory(
  all: readonly Environment[],
  asked: readonly string[],
  signal: AbortSignal,
): Promise<Inventory> {
  return inTemporaryFolder("bom", async (scratch) => {
    const environments = all.filter(({ name }) => asked.length === 0 || asked.includes(name));
    const places = stackPlaces(all);
    const stacks = synthesise(all, scratch).filter(
      ({ id }) => asked.length === 0 || asked.includes(places.get(id)?.environment.name ?? ""),
    );
    return inventoryOf(
      environments.flatMap(({ clusters }) => clusters),
      stacks,
      await rendererIn(scratch, signal),
    );
  });
}

/** Renderer that calls Helm or, without Helm, says why it does not. */
async function rendererIn(scratch: string, signal: AbortSignal) {
  const helm = await goTool("helm", signal);
  if ("missing" in helm) {
    return (stack: SynthesisedStack): Promise<Outcome[]> =>
      Promise.resolve(
        releasesOf(stack).map((release) => ({ release, notRendered: `no Helm: ${helm.missing}` })),
      );
  }
  const renderer = {
    folders: chartFolders(helm.program, signal),
    render: renderWith(helm.program, signal),
    scratch,
  };
  return (stack: SynthesisedStack, environment: ClusterEnvironment) =>
    renderStack(stack, environment, renderer);
}
