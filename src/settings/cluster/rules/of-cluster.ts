import type { ClusterConfig } from "../cluster";

/** Part of an environment's configuration that rules of its cluster read. */
export interface OfCluster {
  readonly cluster: ClusterConfig;
}
