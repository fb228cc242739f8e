import type { NetworkPeer, Pods, Port } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

export const PUSHGATEWAY: Pods = {
  name: "prometheus-pushgateway",
  labels: { "app.kubernetes.io/name": "prometheus-pushgateway" },
};

/** Port to which jobs push, and from which Prometheus takes. */
export const PUSHGATEWAY_PORTS: readonly Port[] = [9091];

export const pushgatewayNetwork: NetworkPeer = {
  pods: PUSHGATEWAY,
  accepts: [
    { with: "applications", ports: PUSHGATEWAY_PORTS },
    { with: PROMETHEUS, ports: PUSHGATEWAY_PORTS },
  ],
  calls: [],
};
