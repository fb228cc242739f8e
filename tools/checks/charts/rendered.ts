import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import type { ChartCrds } from "../../../src/settings/addon-definition/chart";
import type { ValueKeys } from "../../toolbox/value-keys";
import type { CustomKind } from "./custom-kinds";
import type { KubernetesObject } from "./objects";
import type { Release } from "./releases";
import type { Workload } from "./workloads";

/** A release as the cluster would get it. */
export interface Rendered {
  readonly release: Release;
  readonly objects: readonly KubernetesObject[];
  readonly workloads: readonly Workload[];

  /** Size of Helm's record of it. */
  readonly recordBytes: number;

  /**
   * CRDs in its chart's folder `crds`.
   *
   * @default - none
   */
  readonly crds?: ChartCrds;

  /**
   * Values of its chart.
   *
   * @default - none: the chart is ours
   */
  readonly keys?: ValueKeys;

  /** Custom kinds that the cluster has when the release is installed, including its own. */
  readonly kinds: readonly CustomKind[];

  /** True if an earlier release was not rendered, which may bring more kinds. */
  readonly kindsMayLack: boolean;
}

/** Function that returns the problems of one release. */
export type Rule = (rendered: Rendered, environment: ClusterEnvironment) => readonly string[];
