import type { NetworkPeer } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

export const externalDnsNetwork: NetworkPeer = {
  pods: { name: "external-dns", labels: { "app.kubernetes.io/name": "external-dns" } },
  accepts: [{ with: PROMETHEUS, ports: [7979] }],
  calls: [{ with: "kubernetes-api" }, { with: "aws" }],
};
