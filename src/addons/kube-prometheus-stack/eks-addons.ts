import type { HelmValues } from "../../constructs/helm-values";

/** The name that upstream's rules and dashboards know kube-state-metrics by. */
const STATE_METRICS = "kube-state-metrics";

const NAME_LABEL = "app.kubernetes.io/name";
const IN_KUBE_SYSTEM = { matchNames: ["kube-system"] };

/** Port of the Pod Identity agent's metrics, which its pods do not declare in every version. */
const AGENT_METRICS = 2705;

const SERVICE_MONITORS: Readonly<Record<string, HelmValues>> = {
  "kube-state-metrics": {
    name: STATE_METRICS,
    jobLabel: NAME_LABEL,
    // AWS installs it into a namespace of its choice.
    namespaceSelector: { any: true },
    selector: { matchLabels: { [NAME_LABEL]: STATE_METRICS } },
    // Its metrics bear the namespace and pod that they are about, not its own.
    endpoints: [{ port: "http", honorLabels: true }],
  },
  "metrics-server": {
    name: "metrics-server",
    jobLabel: NAME_LABEL,
    namespaceSelector: IN_KUBE_SYSTEM,
    selector: { matchLabels: { [NAME_LABEL]: "metrics-server" } },
    endpoints: [
      {
        port: "https",
        scheme: "https",
        // It asks who is there, and signs its certificate itself.
        bearerTokenFile: "/var/run/secrets/kubernetes.io/serviceaccount/token",
        tlsConfig: { insecureSkipVerify: true },
      },
    ],
  },
};

const POD_MONITORS: Readonly<Record<string, HelmValues>> = {
  "vpc-cni": {
    name: "aws-node",
    jobLabel: "k8s-app",
    namespaceSelector: IN_KUBE_SYSTEM,
    selector: { matchLabels: { "k8s-app": "aws-node" } },
    podMetricsEndpoints: [{ port: "metrics" }],
  },
  "eks-pod-identity-agent": {
    name: "eks-pod-identity-agent",
    jobLabel: NAME_LABEL,
    namespaceSelector: IN_KUBE_SYSTEM,
    selector: { matchLabels: { [NAME_LABEL]: "eks-pod-identity-agent" } },
    podMetricsEndpoints: [
      {
        port: "probes-port",
        relabelings: [
          {
            sourceLabels: ["__meta_kubernetes_pod_ip"],
            targetLabel: "__address__",
            replacement: `$1:${AGENT_METRICS}`,
          },
        ],
      },
    ],
  },
};

/**
 * Monitors for those of the given add-ons of EKS that AWS installs without one. The chart brings its own for CoreDNS and
 * kube-proxy.
 */
export const eksAddonMonitors = (addons: readonly string[]): HelmValues => ({
  additionalServiceMonitors: monitorsOf(addons, SERVICE_MONITORS),
  additionalPodMonitors: monitorsOf(addons, POD_MONITORS),
});

const monitorsOf = (addons: readonly string[], monitors: typeof POD_MONITORS): HelmValues[] =>
  Object.entries(monitors).flatMap(([addon, monitor]) => (addons.includes(addon) ? [monitor] : []));
