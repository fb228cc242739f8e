import type { NetworkPeer, Pods } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

/** Pods of a part, by the label that the chart gives it. */
export const part = (component: string, name = component): Pods => ({
  name: name === "cert-manager" ? name : `cert-manager-${component}`,
  labels: {
    "app.kubernetes.io/name": name,
    "app.kubernetes.io/instance": "cert-manager",
    "app.kubernetes.io/component": component,
  },
});

const METRICS = { with: PROMETHEUS, ports: [9402] };

export const certManagerNetwork: readonly NetworkPeer[] = [
  {
    pods: part("controller", "cert-manager"),
    accepts: [METRICS],
    // Authorities answer on the internet, Route 53 at AWS.
    calls: [{ with: "kubernetes-api" }, { with: "aws" }, { with: "internet", ports: [443] }],
  },
  {
    pods: part("webhook"),
    accepts: [{ with: "control-plane", ports: [10_250] }, METRICS],
    calls: [{ with: "kubernetes-api" }],
  },
  { pods: part("cainjector"), accepts: [METRICS], calls: [{ with: "kubernetes-api" }] },
  // The Job of an installation that waits until the API server reaches the webhook.
  { pods: part("startupapicheck"), calls: [{ with: "kubernetes-api" }] },
];
