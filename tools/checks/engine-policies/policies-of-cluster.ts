import { domainEngineOf, hasCilium } from "../../../src/settings/cluster/pod-network";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { stackId } from "../../../src/settings/environment/stack-names";
import { CLUSTER_STACK_NAMES } from "../../../src/settings/state/stack-names";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { type JsonMap, textOf } from "../../terraform-json/json-map";
import { manifestObjects } from "../api-server/manifest-objects";
import { stackObjects } from "../api-server/stack-objects";
import type { TriedObject } from "../api-server/tried-object";

/** Kinds of network policies, by the engine that alone takes them; `every` for those that every engine takes. */
const KINDS = {
  NetworkPolicy: "every",
  CiliumNetworkPolicy: "cilium",
  ApplicationNetworkPolicy: "auto-mode",
} as const;

/** A policy of a cluster, with its place. */
export interface PlacedPolicy {
  readonly place: string;
  readonly object: JsonMap;
}

/** Network policies of a cluster, and those among them that its engine does not know. */
export interface PoliciesOfCluster {
  readonly policies: readonly PlacedPolicy[];
  readonly foreign: readonly string[];
}

const kindOf = ({ kind }: JsonMap): keyof typeof KINDS | undefined =>
  Object.hasOwn(KINDS, textOf(kind)) ? (textOf(kind) as keyof typeof KINDS) : undefined;

/** Network policies that the stacks of a cluster and of its tenants make. */
export function policiesOfCluster(
  environment: ClusterEnvironment,
  stacks: readonly SynthesisedStack[],
): PoliciesOfCluster {
  const ids = CLUSTER_STACK_NAMES.map((name) => stackId(name, environment));
  const policies = stacks
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ id, json }) =>
      [...stackObjects(json), ...manifestObjects(json)].map((one: TriedObject) => ({ ...one, id })),
    )
    .filter(({ object }) => kindOf(object) !== undefined)
    .map(({ id, place, object }) => ({ place: `${id} ${place}`, object }));
  const engines = [
    "every",
    hasCilium(environment.cluster) ? "cilium" : "",
    domainEngineOf(environment.cluster),
  ];
  return {
    policies,
    foreign: policies
      .filter(({ object }) => !engines.includes(KINDS[kindOf(object)!]))
      .map(({ place, object }) => `${place}: the engine of the cluster takes no ${textOf(object.kind)}`),
  };
}
