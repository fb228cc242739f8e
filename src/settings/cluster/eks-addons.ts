/** How far an add-on's version may be from the cluster's Kubernetes minor. */
export interface VersionSkew {
  /** Minors the add-on may be older than the cluster. */
  readonly older: number;

  /** Minors the add-on may be newer than the cluster. */
  readonly newer: number;
}

export interface EksAddonConfig {
  /** Exact version, such as `v1.22.2-eksbuild.1`. */
  readonly version: string;

  /**
   * Why a version further from the cluster's minor than upstream supports is right all the same.
   *
   * @default - none: the version must be within the supported skew
   */
  readonly skewReason?: string;
}

interface EksAddon {
  readonly version: string;

  /** Installed before the first node joins. */
  readonly beforeNodes?: true;

  /** Set where the add-on's version is a Kubernetes version; the others number on their own. */
  readonly skew?: VersionSkew;

  /** The add-on's own settings, as EKS takes them (JSON). */
  readonly configuration?: Readonly<Record<string, string>>;
}

const catalogue = <Name extends string>(addons: Record<Name, EksAddon>): Record<Name, EksAddon> => addons;

/**
 * Every EKS managed add-on that the platform knows, at the version it runs.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 */
export const EKS_ADDONS = catalogue({
  "vpc-cni": {
    version: "v1.22.2-eksbuild.1",
    beforeNodes: true,
    // EKS wants the string: its schema refuses a boolean.
    configuration: { enableNetworkPolicy: "true" },
  },
  "kube-proxy": {
    version: "v1.35.3-eksbuild.13",
    beforeNodes: true,
    // https://kubernetes.io/releases/version-skew-policy/#kube-proxy
    skew: { older: 3, newer: 0 },
  },
  "eks-pod-identity-agent": { version: "v1.3.10-eksbuild.2", beforeNodes: true },
  coredns: { version: "v1.13.2-eksbuild.3" },
  "metrics-server": { version: "v0.8.1-eksbuild.11" },
  "kube-state-metrics": { version: "v2.19.1-eksbuild.1" },
  "aws-network-flow-monitoring-agent": { version: "v1.1.3-eksbuild.2" },
});

export type EksAddonName = keyof typeof EKS_ADDONS;

export const EKS_ADDON_NAMES = Object.keys(EKS_ADDONS) as EksAddonName[];

/** Without these no node becomes Ready: the cluster is made without EKS's self-managed copies. */
export const ESSENTIAL_EKS_ADDONS: readonly EksAddonName[] = ["vpc-cni", "kube-proxy", "coredns"];
