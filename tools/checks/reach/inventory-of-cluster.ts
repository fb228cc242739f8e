import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { type KubernetesObject, listAt } from "../charts/objects";
import { OWN_CHART, releasesOf } from "../charts/releases";
import { type Outcome, type Renderer, renderStack } from "../charts/render-stack";
import { inventoryOfObjects } from "./from-objects";
import { inventoryOfStack } from "./from-terraform";
import { EMPTY, type Inventory, joined } from "./inventory";

/** Inventory of a cluster, with the releases that are not known. */
export interface ClusterInventory {
  readonly inventory: Inventory;
  readonly releases: number;

  /** Releases that were not rendered, each with the reason. */
  readonly notRendered: readonly string[];
}

/** Everything that gives rights in a cluster: resources of its stacks, objects of their releases, Kubernetes' own. */
export async function inventoryOfCluster(
  stacks: readonly SynthesisedStack[],
  environment: ClusterEnvironment,
  renderer: Renderer,
): Promise<ClusterInventory> {
  const outcomes = (
    await Promise.all(stacks.map((stack) => renderStack(stack, environment, renderer)))
  ).flat();
  const inventory = joined([
    ...stacks.map(({ json }) => inventoryOfStack(json)),
    ...outcomes.map(inventoryOfOutcome),
    { ...EMPTY, namespaces: KUBERNETES_NAMESPACES },
  ]);
  return {
    inventory: withDefaultAccounts(inventory),
    releases: outcomes.length,
    notRendered: outcomes.flatMap(reasonOf),
  };
}

/**
 * Inventory by the stacks alone, with the objects of our own charts, which they hold as they are. Other charts bring
 * rights of the platform's, which need Helm to be known.
 */
export const inventoryOfStacks = (stacks: readonly SynthesisedStack[]): Inventory =>
  withDefaultAccounts(
    joined([
      ...stacks.map(({ json }) => inventoryOfStack(json)),
      ...stacks
        .flatMap(releasesOf)
        .map(({ chart, values, namespace }) =>
          chart.name === OWN_CHART
            ? inventoryOfObjects(listAt(values, "objects") as readonly KubernetesObject[], namespace)
            : EMPTY,
        ),
      { ...EMPTY, namespaces: KUBERNETES_NAMESPACES },
    ]),
  );

const KUBERNETES_NAMESPACES = ["kube-system", "default"].map((name) => ({
  name,
  tenant: false,
  podSecurity: false,
}));

const inventoryOfOutcome = (outcome: Outcome): Inventory =>
  "rendered" in outcome ? inventoryOfObjects(outcome.rendered.objects, outcome.release.namespace) : EMPTY;

const reasonOf = (outcome: Outcome): string[] =>
  "rendered" in outcome
    ? []
    : [`${outcome.release.name}: ${"problem" in outcome ? outcome.problem : outcome.notRendered}`];

/** Kubernetes makes one account in each namespace. */
const withDefaultAccounts = (inventory: Inventory): Inventory =>
  joined([
    inventory,
    { ...EMPTY, accounts: inventory.namespaces.map(({ name }) => ({ namespace: name, name: "default" })) },
  ]);
