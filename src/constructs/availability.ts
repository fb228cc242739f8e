import type { HelmValue, HelmValues } from "./helm-values";

/** Priority of the platform's own pods: the scheduler places them before all others and evicts them last. */
export const PRIORITY_CLASS = "system-cluster-critical";

/** Spreads the pods that carry the labels over zones first and nodes next, as far as there are any. */
export const topologySpread = (labels: Readonly<Record<string, string>>): readonly HelmValue[] =>
  ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels: labels },
  }));

/**
 * Lets a node be drained of pods that are not ready, whatever the budget says. By default a crash-looping pod
 * counts against the budget, and holds up the rotation of all nodes.
 */
export const EVICT_UNHEALTHY_PODS = { unhealthyPodEvictionPolicy: "AlwaysAllow" } as const;

/**
 * Keeps all but one of the replicas while nodes are drained. None for a single replica, which would keep its node
 * from ever being drained.
 */
export const disruptionBudget = (replicas: number): HelmValues & { readonly enabled: boolean } =>
  replicas > 1 ? { enabled: true, minAvailable: replicas - 1, ...EVICT_UNHEALTHY_PODS } : { enabled: false };

/** Switches off the budget of a chart that cannot write our policy. The add-on makes its own. */
export const NO_CHART_BUDGET = { enabled: false } as const;
