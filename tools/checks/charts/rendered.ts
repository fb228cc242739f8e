import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import type { CustomKind } from "./custom-kinds";
import type { KubernetesObject } from "./objects";
import type { Release } from "./releases";
import type { Workload } from "./workloads";

/** A release as the cluster would get it. */
export interface Rendered {
  readonly release: Release;
  readonly objects: readonly KubernetesObject[];
  readonly workloads: readonly Workload[];

  /** The custom kinds that the cluster has when it is installed, its own included. */
  readonly kinds: readonly CustomKind[];

  /** Whether something before it was not rendered, which may bring more kinds. */
  readonly kindsMayLack: boolean;
}

/** Something that holds for every release: what is wrong with one. */
export type Rule = (rendered: Rendered, environment: ClusterEnvironment) => readonly string[];
