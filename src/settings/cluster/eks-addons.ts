/** Distance that is allowed between an add-on's version and the cluster's Kubernetes minor. */
export interface VersionSkew {
  /** Minors that the add-on may be older than the cluster. */
  readonly older: number;

  /** Minors that the add-on may be newer than the cluster. */
  readonly newer: number;
}

export interface EksAddonConfig {
  /** Exact version, such as `v1.22.2-eksbuild.1`. */
  readonly version: string;

  /**
   * Reason for a version further from the cluster's minor than upstream supports.
   *
   * @default - none: the version must be within the supported skew
   */
  readonly skewReason?: string;

  /**
   * Settings over the platform's own, such as `{ env: { ENABLE_PREFIX_DELEGATION: "true" } }` for `vpc-cni`. EKS checks
   * them against the schema that `aws eks describe-addon-configuration` prints.
   *
   * @default - the platform's own
   */
  readonly configuration?: EksAddonConfiguration;
}

/** Settings of an add-on, as EKS takes them (JSON). */
export interface EksAddonConfiguration {
  readonly [key: string]: EksAddonValue;
}

export type EksAddonValue =
  string | number | boolean | null | readonly EksAddonValue[] | EksAddonConfiguration;

/** Variable by which the CNI is told of what a pod starts with: `standard` for every connection, `strict` for none. */
export const ENFORCING_MODE = "NETWORK_POLICY_ENFORCING_MODE";

/** Variables by which the CNI takes the addresses of pods from subnets of their own, and finds the subnet of a zone. */
export const POD_SUBNET_VARIABLES = {
  on: "AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG",
  label: "ENI_CONFIG_LABEL_DEF",
} as const;

/** An EKS managed add-on as the platform knows it. */
export interface EksAddon {
  readonly version: string;

  /** True for add-ons that EKS installs before the first node joins. */
  readonly beforeNodes?: true;

  /** Allowed skew, for add-ons whose version is a Kubernetes version. */
  readonly skew?: VersionSkew;

  readonly configuration?: EksAddonConfiguration;

  /** True for a Deployment, which does not become ready on nodes with a taint that it does not tolerate. */
  readonly tolerations?: true;

  /** True for pods with addresses of their own, which network policies select. Others have their node's. */
  readonly selectable?: true;

  /** True for one that a cluster has only if it asks for it, and that comes with the platform's own add-ons, after all nodes. */
  readonly onRequest?: true;
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
  coredns: { version: "v1.13.2-eksbuild.3", tolerations: true, selectable: true },
  "metrics-server": { version: "v0.8.1-eksbuild.11", tolerations: true, selectable: true },
  "kube-state-metrics": { version: "v2.19.1-eksbuild.1", tolerations: true, selectable: true },
  "aws-network-flow-monitoring-agent": { version: "v1.1.3-eksbuild.2" },
  "snapshot-controller": { version: "v8.5.0-eksbuild.3", onRequest: true },
  "aws-ebs-csi-driver": { version: "v1.64.0-eksbuild.1", onRequest: true },
  "aws-efs-csi-driver": { version: "v3.3.0-eksbuild.1", onRequest: true },
});

export type EksAddonName = keyof typeof EKS_ADDONS;

export const EKS_ADDON_NAMES = Object.keys(EKS_ADDONS) as EksAddonName[];

/** True for an add-on that comes with the platform's own. */
export const isOnRequest = (name: EksAddonName): boolean => {
  const { onRequest }: EksAddon = EKS_ADDONS[name];
  return onRequest === true;
};

/** The controller of snapshots of volumes, which brings their kinds. */
export const SNAPSHOT_CONTROLLER: EksAddonName = "snapshot-controller";

/** Drivers of volumes that a chart or EKS installs: the switches of the platform's add-ons, and EKS's names. */
export const DRIVERS = {
  ebsCsiDriver: "aws-ebs-csi-driver",
  efsCsiDriver: "aws-efs-csi-driver",
} as const satisfies Readonly<Record<string, EksAddonName>>;

/** Switch of a driver of volumes. */
export type Driver = keyof typeof DRIVERS;

/** Add-ons without which no node becomes Ready: the cluster is made without EKS's self-managed ones. */
export const ESSENTIAL_EKS_ADDONS: readonly EksAddonName[] = ["vpc-cni", "kube-proxy", "coredns"];

/** Add-ons whose work Cilium does where it gives pods their addresses. */
export const CILIUM_REPLACES: readonly EksAddonName[] = ["vpc-cni", "kube-proxy"];

/**
 * Add-ons whose work EKS Auto Mode does itself, and that a cluster of Auto Mode alone has not.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html#addon-consider-auto
 */
export const AUTO_MODE_REPLACES: readonly EksAddonName[] = [
  ...ESSENTIAL_EKS_ADDONS,
  "eks-pod-identity-agent",
];

/** Add-ons that wait for nodes, of which a cluster of Auto Mode alone has none before its pools. Charts bring both. */
export const AUTO_MODE_LEAVES: readonly EksAddonName[] = ["metrics-server", "kube-state-metrics"];

/** Add-ons with addresses of their own that EKS puts into a namespace of its choice, in which no policy waits for them. */
export const UNPLACED_EKS_ADDONS: readonly EksAddonName[] = ["kube-state-metrics"];
