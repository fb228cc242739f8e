import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { disruptionBudget, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import { READ_ONLY_CONTAINER } from "../../constructs/container-rights";
import { HelmRelease } from "../../constructs/helm-release";
import { mirroredImage } from "../../constructs/registries";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { metricsServerNetwork } from "./network";

/**
 * Tells Kubernetes how much CPU and memory pods and nodes use, which autoscaling of pods and `kubectl top` need.
 *
 * @see https://github.com/kubernetes-sigs/metrics-server
 */
export class MetricsServer extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: AddonProps) {
    super(scope, id);
    const { namespace, replicas, registries, values, after } = props;

    this.peers = inNamespace(namespace, metricsServerNetwork, props.egress);
    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        image: { repository: mirroredImage(registries, "registry.k8s.io/metrics-server/metrics-server") },
        replicas,
        // A pod that is not ready must not keep its node from being drained.
        podDisruptionBudget: disruptionBudget(replicas),
        topologySpreadConstraints: topologySpread({ "app.kubernetes.io/name": "metrics-server" }),
        priorityClassName: PRIORITY_CLASS,
        securityContext: { ...READ_ONLY_CONTAINER, runAsUser: 1000 },
        resources: { requests: { cpu: "100m", memory: "200Mi" }, limits: { memory: "512Mi" } },
        metrics: { enabled: true },
        serviceMonitor: { enabled: true },
      },
      overrides: values,
      registries,
      after,
    }).ready;
  }
}
