import type { NetworkPeer } from "../../constructs/network-peers";
import { TEMPLATES_SERVED } from "./templates-served";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

const METRICS = { with: PROMETHEUS, ports: [8888] };

const KUBERNETES = { with: "kubernetes-api" } as const;

export const gatekeeperNetwork: readonly NetworkPeer[] = [
  {
    pods: { name: "gatekeeper-webhook", labels: { "gatekeeper.sh/operation": "webhook" } },
    accepts: [{ with: "control-plane", ports: [8443] }, METRICS],
    calls: [KUBERNETES],
  },
  {
    pods: { name: "gatekeeper-audit", labels: { "gatekeeper.sh/operation": "audit" } },
    accepts: [METRICS],
    calls: [KUBERNETES],
  },
  {
    pods: {
      name: "gatekeeper-update-crds",
      labels: { "batch.kubernetes.io/job-name": "gatekeeper-update-crds-hook" },
    },
    calls: [KUBERNETES],
  },
  {
    pods: { name: TEMPLATES_SERVED, labels: { "app.kubernetes.io/name": TEMPLATES_SERVED } },
    calls: [KUBERNETES],
  },
];
