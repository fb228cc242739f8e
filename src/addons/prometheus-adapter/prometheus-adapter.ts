import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { disruptionBudget, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import { HelmRelease } from "../../constructs/helm-release";
import type { Manifest } from "../../constructs/manifests";
import { inNamespace } from "../../constructs/network-peers";
import { mirroredImage } from "../../constructs/registries";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { type ExternalMetrics, externalRules } from "./metrics";
import { ADAPTER_PORT, LABELS, prometheusAdapterNetwork } from "./network";
import { rightsOf } from "./rights";

export interface PrometheusAdapterProps extends AddonProps {
  /** Address of Prometheus, with its port. */
  readonly prometheus: string;

  /** Metrics that autoscalers may ask for, by name. */
  readonly metrics: ExternalMetrics;
}

/** Disruption budget without the chart's own bound: a budget may not have both. */
const budgetOf = (replicas: number) => {
  const budget = disruptionBudget(replicas);
  return budget.enabled ? { ...budget, maxUnavailable: null } : budget;
};

/**
 * Hands metrics of Prometheus on to autoscalers of pods, which can so follow a queue's length rather than CPU. It has the metrics
 * that are named and no others.
 *
 * @see https://github.com/kubernetes-sigs/prometheus-adapter
 */
export class PrometheusAdapter extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: PrometheusAdapterProps) {
    super(scope, id);
    const { namespace, replicas, registries, prometheus, metrics, values, after } = props;

    this.peers = inNamespace(namespace, prometheusAdapterNetwork, props.egress);
    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        image: {
          repository: mirroredImage(registries, "registry.k8s.io/prometheus-adapter/prometheus-adapter"),
        },
        replicas,
        podDisruptionBudget: budgetOf(replicas),
        topologySpreadConstraints: topologySpread(LABELS),
        priorityClassName: PRIORITY_CLASS,
        listenPort: ADAPTER_PORT,
        // The chart adds a port of its own otherwise.
        prometheus: { url: prometheus, port: null },
        // The chart's own rules offer every series of the cluster.
        rules: { default: false, external: externalRules(metrics) },
        rbac: { create: false },
        extraManifests: [monitorIn(namespace), ...rightsOf(namespace, Object.keys(metrics))],
        resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { memory: "512Mi" } },
      },
      overrides: values,
      registries,
      after,
    }).ready;
  }
}

/** The chart has no monitor. */
const monitorIn = (namespace: string): Manifest => ({
  apiVersion: "monitoring.coreos.com/v1",
  kind: "ServiceMonitor",
  metadata: { name: CHART.name, namespace },
  spec: {
    selector: { matchLabels: LABELS },
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
});
