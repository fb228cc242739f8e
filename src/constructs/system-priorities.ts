/** Classes of pods that Kubernetes brings, to which all others make room. */
const SYSTEM_CLASSES = ["system-cluster-critical", "system-node-critical"] as const;

/** Name of the quota that keeps a namespace's pods out of them. */
export const SYSTEM_PRIORITIES = "system-priorities";

/** Scope of a quota that is about pods of these classes. */
const SCOPE = { scopeName: "PriorityClass", operator: "In", values: [...SYSTEM_CLASSES] };

/**
 * Quota without room for a pod that could push the platform's off their nodes: without Gatekeeper, whose pods have such a class, no
 * policy is asked. Kubernetes lets pods of every namespace have them otherwise.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/#resource-quota-per-priorityclass
 */
export const NO_SYSTEM_PRIORITIES = {
  hard: { pods: "0" },
  scopeSelector: { matchExpressions: [SCOPE] },
};
