import type { ClusterEnvironment, Environment } from "../../src/settings/environment/environment";
import { defineEnvironments } from "../samples/platform";
import { environmentSettings } from "../../src/platform/environments";
import { argumentsOf } from "../reports/bom/arguments";
import { asCycloneDx } from "../reports/bom/cyclonedx";
import { type Inventory, inventoryOf } from "../reports/bom/inventory";
import { asMarkdown, asTable } from "../reports/bom/rows";
import { chartFolders } from "../checks/charts/chart-folders";
import { releasesOf } from "../checks/charts/releases";
import { renderWith } from "../checks/charts/render";
import { type Outcome, renderStack } from "../checks/charts/render-stack";
import { stackPlaces } from "../terraform-json/stack-places";
import { synthesise } from "../samples/synthesise";
import { inTemporaryFolder } from "../kit/temporary-folder";
import type { SynthesisedStack } from "../terraform-json/stack";
import { runCommand } from "../kit/run-command";
import { goTool } from "../toolbox/go-tools";

/**
 * Lists what the platform is made of that others have made: every chart, image, EKS add-on, Terraform provider and
 * module, with its version and the newest on record.
 */
void runCommand(async (signal) => {
  const all = defineEnvironments(environmentSettings);
  const asked = argumentsOf(
    process.argv.slice(2),
    all.map(({ name }) => name),
  );
  const inventory = await takeInventory(all, asked.environments, signal);
  const format = { table: asTable, markdown: asMarkdown, cyclonedx: () => asCycloneDx(inventory, asked) };

  console.log(format[asked.format](inventory));
  if (asked.format === "cyclonedx") {
    // No document has room for what is not in it.
    inventory.caveats.forEach((caveat) => console.error(caveat));
  }
  return 0;
});

/** Synthesises and renders every environment, and looks at those that are asked for. */
async function takeInventory(
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

/** Renders with Helm where there is any, and says why not where there is none. */
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
