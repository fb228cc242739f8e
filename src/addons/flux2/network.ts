import type { NetworkPeer, Pods } from "../../constructs/network-peers";
import { PROMETHEUS } from "../kube-prometheus-stack/network";
import { checkAccount } from "./rights";
import { ARTIFACTS_PORT } from "./instance";

/** Connections of one instance, whose release has a name of its own. */
export function fluxNetwork(release: string): readonly NetworkPeer[] {
  const part = (app: string): Pods => ({ name: `${release}-${app}`, labels: { app } });
  const source = part("source-controller");
  const applies = (app: string): NetworkPeer => ({
    pods: part(app),
    accepts: [{ with: PROMETHEUS, ports: [8080] }],
    calls: [{ with: source, ports: [ARTIFACTS_PORT] }, { with: "kubernetes-api" }],
  });

  return [
    // The internet: Git, and repositories of charts.
    {
      pods: source,
      accepts: [{ with: PROMETHEUS, ports: [8080] }],
      calls: [{ with: "kubernetes-api" }, { with: "internet" }],
    },
    applies("kustomize-controller"),
    applies("helm-controller"),
    {
      pods: { name: `${release}-check`, labels: { "batch.kubernetes.io/job-name": checkAccount(release) } },
      calls: [{ with: "kubernetes-api" }],
    },
  ];
}
