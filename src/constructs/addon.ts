import type { ITerraformDependable } from "cdktf";
import type { HelmValues } from "./helm-values";
import type { Registries } from "./registries";

/** Something that others can wait for. */
export interface Ready {
  /** What is there once it can be relied on. */
  readonly ready: readonly ITerraformDependable[];
}

/** What to wait for; `false` and `undefined` stand for an add-on that is switched off. */
export type After = readonly (Ready | false | undefined)[];

/** Software that the platform runs in a cluster. */
export type Addon = Ready;

/** What every add-on is given. */
export interface AddonProps {
  readonly namespace: string;

  /** Copies of each part of the add-on that supports more than one. */
  readonly replicas: number;

  /**
   * Mirrors that charts and images come from, by upstream host.
   *
   * @default - upstream itself
   */
  readonly registries?: Registries;

  /**
   * The environment's values, merged over the add-on's own: maps key by key, lists as a whole.
   *
   * @default - the add-on's own values
   */
  readonly values?: HelmValues;

  /**
   * What must be ready first.
   *
   * @default - installed as soon as the cluster can be reached
   */
  readonly after?: After;
}

/** The resources behind `after`, each once. */
export const dependenciesOf = (after: After = []): ITerraformDependable[] => [
  ...new Set(after.flatMap((addon) => (addon ? addon.ready : []))),
];
