import { Construct } from "constructs";
import type { Addon, After } from "../../constructs/addon";
import { type Manifest, Manifests } from "../../constructs/manifests";
import { type Egress, inNamespace } from "../../constructs/network-peers";
import { ciliumNetwork } from "./network";
import type { Hubble } from "./settings";

export interface CiliumMonitorsProps {
  readonly namespace: string;
  readonly hubble: Hubble;

  /** Calls of Hubble's relay and page beyond the cluster. They make none by themselves. */
  readonly egress?: Egress | false | undefined;

  /** Kinds of monitors, which come after Cilium. */
  readonly after: After;
}

/**
 * The part of Cilium that comes with the platform's other add-ons: what Prometheus reads of it, and the conversations of its
 * pods. Its release comes before the first node, and before the kinds of monitors.
 */
export class CiliumMonitors extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, { namespace, hubble, egress, after }: CiliumMonitorsProps) {
    super(scope, id);

    this.peers = inNamespace(namespace, ciliumNetwork(hubble), egress);
    this.ready = new Manifests(this, "monitors", {
      namespace,
      releaseName: "cilium-monitors",
      objects: [
        monitor("cilium-agent", { "k8s-app": "cilium" }, ["prometheus", "hubble-metrics"]),
        monitor("cilium-operator", { "io.cilium/app": "operator" }, ["prometheus"]),
      ],
      after,
    }).ready;
  }
}

const monitor = (
  name: string,
  matchLabels: Readonly<Record<string, string>>,
  ports: readonly string[],
): Manifest => ({
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PodMonitor",
  metadata: { name },
  spec: { selector: { matchLabels }, podMetricsEndpoints: ports.map((port) => ({ port })) },
});
