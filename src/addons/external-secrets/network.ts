import type { NetworkPeer, Pods } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

const part = (name: string): Pods => ({ name, labels: { "app.kubernetes.io/name": name } });

const METRICS = { with: PROMETHEUS, ports: [8080] };

export const externalSecretsNetwork: readonly NetworkPeer[] = [
  {
    pods: part("external-secrets"),
    accepts: [METRICS],
    calls: [{ with: "kubernetes-api" }, { with: "aws" }],
  },
  {
    pods: part("external-secrets-webhook"),
    accepts: [{ with: "control-plane", ports: [10_250] }, METRICS],
    calls: [{ with: "kubernetes-api" }],
  },
  {
    pods: part("external-secrets-cert-controller"),
    accepts: [METRICS],
    calls: [{ with: "kubernetes-api" }],
  },
];
