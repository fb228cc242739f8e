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

/** @param signatures - verifies signatures, which are in the registry, with a key of AWS */
export const kyvernoNetwork = (signatures: boolean): readonly NetworkPeer[] => {
  const calls: readonly Conversation[] = [
    { with: "kubernetes-api" },
    ...(signatures ? [{ with: "aws" } as const] : []),
  ];
  return [
    {
      pods: part("admission-controller"),
      accepts: [{ with: "control-plane", ports: [9443] }, METRICS],
      calls,
    },
    { pods: part("reports-controller"), accepts: [METRICS], calls },
    ...["kyverno-migrate-resources", "kyverno-rm-webhooks", "kyverno-scale-to-zero"].map(job),
  ];
};
