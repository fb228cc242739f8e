import type { ClusterNetworkConfig, NetworkConfig } from "../network";

/** Part of an environment's configuration that rules of its network read. */
export interface OfNetwork {
  readonly network: NetworkConfig;
}

/** Network, and the region that it is in. */
export interface InRegion extends OfNetwork {
  readonly region: string;
}

/** Network of a cluster. */
export interface OfClusterNetwork {
  readonly cluster: { readonly name: string; readonly main: boolean };
  readonly network: ClusterNetworkConfig;
}

/** Network of an environment and those of its clusters. */
export interface OfNetworks extends OfNetwork {
  readonly clusters: readonly OfClusterNetwork[];
}
