import type { NodePool } from "../../settings/cluster/compute/compute";
import type { Manifest } from "../../constructs/manifests";
import type { HelmValue, HelmValues } from "../../constructs/helm-values";

/** Kind of node class that a pool refers to, and the prefix of the labels of its instances. */
export interface PoolKinds {
  readonly classGroup: string;
  readonly classKind: string;

  /** Prefix of labels such as `<prefix>/instance-category`. */
  readonly instanceLabels: string;
}

/** Kinds of Karpenter itself. */
export const KARPENTER_KINDS: PoolKinds = {
  classGroup: "karpenter.k8s.aws",
  classKind: "EC2NodeClass",
  instanceLabels: "karpenter.k8s.aws",
};

/** Kinds of EKS Auto Mode. */
export const AUTO_KINDS: PoolKinds = {
  classGroup: "eks.amazonaws.com",
  classKind: "NodeClass",
  instanceLabels: "eks.amazonaws.com",
};

/**
 * A pool as the API server takes it.
 *
 * @see https://karpenter.sh/docs/concepts/nodepools/
 */
export const nodePool = (
  name: string,
  pool: NodePool,
  kinds: PoolKinds,
  startupTaints: readonly HelmValues[] = [],
): Manifest => ({
  apiVersion: "karpenter.sh/v1",
  kind: "NodePool",
  metadata: { name },
  spec: {
    ...(pool.weight !== undefined && { weight: pool.weight }),
    limits: { cpu: String(pool.limits.cpu), memory: `${pool.limits.memoryGib}Gi` },
    disruption: {
      consolidationPolicy: pool.disruption.when,
      consolidateAfter: `${pool.disruption.afterSeconds}s`,
      budgets: [{ nodes: `${pool.disruption.percentAtOnce}%` }],
    },
    template: {
      ...(Object.keys(pool.labels).length > 0 && { metadata: { labels: pool.labels } }),
      spec: {
        nodeClassRef: { group: kinds.classGroup, kind: kinds.classKind, name: pool.nodeClass },
        expireAfter: `${pool.expireAfterHours}h`,
        ...(startupTaints.length > 0 && { startupTaints }),
        ...(pool.taints.length > 0 && { taints: pool.taints.map(taint) }),
        requirements: requirements(pool, kinds),
      },
    },
  },
});

/** Karpenter's kinds refuse an empty value, which Kubernetes takes for none. */
const taint = ({ key, value, effect }: NodePool["taints"][number]): HelmValues => ({
  key,
  ...(value !== undefined && value !== "" && { value }),
  effect,
});

const requirements = (
  { architectures, capacityTypes, categories, oldestGeneration }: NodePool,
  { instanceLabels }: PoolKinds,
): HelmValue[] => [
  isIn("kubernetes.io/os", ["linux"]),
  isIn("kubernetes.io/arch", architectures),
  isIn("karpenter.sh/capacity-type", capacityTypes),
  isIn(`${instanceLabels}/instance-category`, categories),
  { key: `${instanceLabels}/instance-generation`, operator: "Gt", values: [String(oldestGeneration - 1)] },
];

const isIn = (key: string, values: readonly string[]): HelmValue => ({
  key,
  operator: "In",
  values: [...values],
});
