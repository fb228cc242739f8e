import type { ITerraformDependable } from "cdktf";
import type { ChartVersions } from "./chart";
import type { HelmValues } from "./helm-values";
import type { Egress, PlacedPeer } from "./network-peers";
import type { Registries } from "./registries";

/** Something that others can be installed after. */
export interface Ready {
  /** Resources that exist once it can be relied on. */
  readonly ready: readonly ITerraformDependable[];
}

/** Things to wait for. `false` and `undefined` stand for an add-on that is switched off. */
export type After = readonly (Ready | false | undefined)[];

/** Software that the platform runs in a cluster. */
export interface Addon extends Ready {
  /** Conversations of its pods. The platform's namespaces refuse all others, as does `kube-system` where pods start closed. */
  readonly peers: readonly PlacedPeer[];
}

/** Settings that every add-on takes. */
export interface AddonProps {
  readonly namespace: string;

  /** Replicas of each part of the add-on that supports more than one. */
  readonly replicas: number;

  /**
   * Mirrors that charts and images come from, by upstream host.
   *
   * @default - upstream itself
   */
  readonly registries?: Registries;

  /**
   * Versions of charts that the cluster's release of the platform has, by their names.
   *
   * @default - the version that the add-on is written for
   */
  readonly chartVersions?: ChartVersions;

  /**
   * Values of the environment, merged over the add-on's own: maps key by key, lists as a whole.
   *
   * @default - the add-on's own values
   */
  readonly values?: HelmValues;

  /**
   * Calls of its pods beyond the cluster, besides those that it makes anywhere.
   *
   * @default - none
   */
  readonly egress?: Egress | false | undefined;

  /**
   * Things that must be ready first.
   *
   * @default - installed as soon as the cluster can be reached
   */
  readonly after?: After;
}

/** Resources behind `after`, each once. */
export const dependenciesOf = (after: After = []): ITerraformDependable[] => [
  ...new Set(after.flatMap((addon) => (addon ? addon.ready : []))),
];
