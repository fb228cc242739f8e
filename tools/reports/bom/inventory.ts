import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { clusterLabel, stacksOf } from "../../../src/settings/environment/stack-names";
import type { Outcome } from "../../checks/charts/render-stack";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { type Component, merged } from "./component";
import { imageReference } from "./image-reference";
import { imagesNamedIn, imagesOf } from "./images";
import { componentsOf } from "./terraform-components";

/** Environment name for the stacks that all environments share. */
export const ORGANISATION_STACKS = "organisation";

export interface Inventory {
  readonly components: readonly Component[];

  /** Charts that were not rendered, so that images of theirs are missing, with the reason. */
  readonly caveats: readonly string[];
}

/** Components of environments. `render` returns the outcome of a stack's releases. */
export async function inventoryOf(
  environments: readonly ClusterEnvironment[],
  stacks: readonly SynthesisedStack[],
  render: (stack: SynthesisedStack, environment: ClusterEnvironment) => Promise<readonly Outcome[]>,
): Promise<Inventory> {
  const components: Component[] = [];
  const caveats = new Set<string>();

  for (const { stack, environment } of inOrder(stacks, environments)) {
    const used = { environments: [environment ? clusterLabel(environment) : ORGANISATION_STACKS] };
    components.push(...componentsOf(stack).map((component) => ({ ...component, ...used })));
    for (const outcome of environment ? await render(stack, environment) : []) {
      const { registries } = environment!.addons;
      const images = imagesIn(outcome).map((text) => imageReference(text, registries));
      components.push(
        ...images
          .filter((image) => image !== undefined)
          .map((image) => ({ kind: "image" as const, ...image, own: false, ...used })),
      );
      caveatOf(outcome).forEach((caveat) => caveats.add(caveat));
    }
  }
  return { components: merged(components), caveats: [...caveats].sort() };
}

/** Cluster that a stack belongs to, or the main one of its environment. */
const ownerOf = (id: string, clusters: readonly ClusterEnvironment[]): ClusterEnvironment | undefined =>
  clusters.find((cluster) =>
    stacksOf(cluster).some((place) => {
      return (
        place.id === id &&
        (place.cluster?.cluster.name ?? cluster.clusters[0]?.cluster.name) === cluster.cluster.name
      );
    }),
  );

/** Stacks by environment, as they are promoted; those of no environment come last. */
const inOrder = (stacks: readonly SynthesisedStack[], environments: readonly ClusterEnvironment[]) =>
  [...environments, undefined].flatMap((environment) =>
    stacks
      .filter(({ id }) => ownerOf(id, environments) === environment)
      .map((stack) => ({ stack, environment })),
  );

const imagesIn = (outcome: Outcome): string[] =>
  "rendered" in outcome ? imagesOf(outcome.rendered.objects) : imagesNamedIn(outcome.release.values);

/** Caveat of a release. Our own chart contains only the objects in its values. */
function caveatOf(outcome: Outcome): string[] {
  const { name, version, folder } = outcome.release.chart;
  if ("rendered" in outcome || folder !== undefined) {
    return [];
  }
  const why = "problem" in outcome ? outcome.problem : outcome.notRendered;
  return [
    `${name} ${version}: not rendered, so only the images that our own values name are listed (${why})`,
  ];
}
