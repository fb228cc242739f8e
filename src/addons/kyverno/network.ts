import type { Conversation, NetworkPeer, Pods } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

const part = (name: string): Pods => ({
  name: `kyverno-${name}`,
  labels: { "app.kubernetes.io/name": `kyverno-${name}` },
});

/** A Job of an upgrade or a removal: its chart labels it with nothing, but Kubernetes does. */
const job = (name: string): NetworkPeer => ({
  pods: { name, labels: { "batch.kubernetes.io/job-name": name } },
  calls: [{ with: "kubernetes-api" }],
});

const METRICS: Conversation = { with: PROMETHEUS, ports: [8000] };

export const kyvernoNetwork: readonly NetworkPeer[] = [
  {
    pods: part("admission-controller"),
    accepts: [{ with: "control-plane", ports: [9443] }, METRICS],
    // AWS: the registry with its signatures, and the key that they are made with.
    calls: [{ with: "kubernetes-api" }, { with: "aws" }],
  },
  {
    pods: part("reports-controller"),
    accepts: [METRICS],
    calls: [{ with: "kubernetes-api" }, { with: "aws" }],
  },
  ...["kyverno-migrate-resources", "kyverno-rm-webhooks", "kyverno-scale-to-zero"].map(job),
];
