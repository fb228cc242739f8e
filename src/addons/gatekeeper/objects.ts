import type { Manifest } from "../../constructs/manifests";
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
export const gatekeeperConfig = (namespace: string): Manifest => ({
  apiVersion: "config.gatekeeper.sh/v1alpha1",
  kind: "Config",
  // Gatekeeper reads no other.
  metadata: { name: "config", namespace },
  spec: {
    match: [{ excludedNamespaces: EXEMPT_NAMESPACES, processes: ["*"] }],
    sync: {
      syncOnly: UNIQUE_INGRESS_HOSTS.matches.flatMap(({ apiGroups: [group = ""], kinds: [kind = ""] }) => [
        { group, version: "v1", kind },
      ]),
    },
  },
});

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
