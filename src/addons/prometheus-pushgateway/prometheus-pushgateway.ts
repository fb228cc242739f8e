import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { PRIORITY_CLASS } from "../../constructs/availability";
import { READ_ONLY_CONTAINER } from "../../constructs/container-rights";
import { HelmRelease } from "../../constructs/helm-release";
import { inNamespace } from "../../constructs/network-peers";
import { mirroredImage } from "../../constructs/registries";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { pushgatewayNetwork } from "./network";

/**
 * Takes samples from jobs that end before Prometheus would ask them. It runs once, whatever the replicas of others:
 * each of two would have half of the samples.
 *
 * @see https://github.com/prometheus/pushgateway
 */
export class PrometheusPushgateway extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: Omit<AddonProps, "replicas">) {
    super(scope, id);
    const { namespace, registries, values, after } = props;

    this.peers = inNamespace(namespace, pushgatewayNetwork, props.egress);
    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        image: { repository: mirroredImage(registries, "quay.io/prometheus/pushgateway") },
        // Each of two would have half of the samples.
        replicaCount: 1,
        automountServiceAccountToken: false,
        priorityClassName: PRIORITY_CLASS,
        containerSecurityContext: READ_ONLY_CONTAINER,
        resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { memory: "512Mi" } },
        serviceMonitor: { enabled: true, namespace },
      },
      overrides: values,
      registries,
      after,
    }).ready;
  }
}
