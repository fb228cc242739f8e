import type { NetworkPeer, Pods, Port } from "../../constructs/network-peers";
import { PROMETHEUS, PROMETHEUS_PORTS } from "../kube-prometheus-stack/network";

export const TEMPO: Pods = { name: "tempo", labels: { "app.kubernetes.io/name": "tempo" } };

/** Ports for spans: gRPC and HTTP. */
export const SPANS: readonly Port[] = [4317, 4318];

/** Port for queries and its own health. */
export const TEMPO_PORTS: readonly Port[] = [3200];

export const tempoNetwork: NetworkPeer = {
  pods: TEMPO,
  accepts: [
    { with: "applications", ports: SPANS },
    { with: PROMETHEUS, ports: TEMPO_PORTS },
  ],
  calls: [
    // Its bucket.
    { with: "aws" },
    // The metrics that it makes of spans.
    { with: PROMETHEUS, ports: PROMETHEUS_PORTS },
  ],
};
