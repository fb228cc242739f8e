import type { Manifest } from "../../constructs/manifests";
import type { Constraint } from "./constraint";
import type { Policy } from "./policies/policy";
import { UNIQUE_INGRESS_HOSTS } from "./policies/unique-ingress-hosts";

/** Namespaces of EKS and of Kubernetes itself, where nothing is judged. */
export const EXEMPT_NAMESPACES: readonly string[] = [
  "amazon-network-flow-monitor",
  "kube-node-lease",
  "kube-public",
  "kube-system",
];

/**
 * Objects that are never judged, and objects that policies can compare others with.
 *
 * @see https://open-policy-agent.github.io/gatekeeper/website/docs/exempt-namespaces
 */
export const gatekeeperConfig = (namespace: string, constraints: readonly Constraint[]): Manifest => ({
  apiVersion: "config.gatekeeper.sh/v1alpha1",
  kind: "Config",
  // Gatekeeper reads no other.
  metadata: { name: "config", namespace },
  spec: {
    match: [{ excludedNamespaces: EXEMPT_NAMESPACES, processes: ["*"] }],
    sync: {
      syncOnly: [
        ...kept(UNIQUE_INGRESS_HOSTS),
        ...constraints.flatMap(keptBy),
        ...constraints.flatMap(keptNamespaces),
      ],
    },
  },
});

const kept = ({ matches }: Policy) =>
  matches.flatMap(({ apiGroups: [group = ""], kinds: [kind = ""] }) => [{ group, version: "v1", kind }]);

/** Roles that a RoleBinding of charts may name. */
const ROLES = { group: "rbac.authorization.k8s.io", version: "v1", kind: "Role" };

/** Objects that a constraint compares others with. Requests are of the organisation's own API group. */
const keptBy = ({ policy, parameters }: Constraint) => {
  if (policy === "job-request-reviews") {
    return [{ group: parameters?.group ?? "", version: "v1", kind: "JobRequest" }];
  }
  return policy === "bounded-roles" ? [ROLES] : [];
};

/** Namespaces of products say their hosts themselves. */
const keptNamespaces = ({ policy, parameters }: Constraint) =>
  (policy === "declared-ingress-hosts" || policy === "declared-route-hosts") &&
  parameters?.annotation !== undefined
    ? [{ group: "", version: "v1", kind: "Namespace" }]
    : [];

/** The chart brings no monitor. */
export const gatekeeperMonitor = (namespace: string): Manifest => ({
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PodMonitor",
  metadata: { name: "gatekeeper", namespace },
  spec: {
    selector: { matchLabels: { "gatekeeper.sh/system": "yes" } },
    podMetricsEndpoints: [{ port: "metrics" }],
  },
});
