import type { NetworkPeer } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

/** It asks for the platform's applications as people do, through their load balancers. */
export const prometheusBlackboxExporterNetwork: NetworkPeer = {
  pods: {
    name: "prometheus-blackbox-exporter",
    labels: { "app.kubernetes.io/name": "prometheus-blackbox-exporter" },
  },
  accepts: [{ with: PROMETHEUS, ports: [9115] }],
  calls: [{ with: "internet" }],
};
