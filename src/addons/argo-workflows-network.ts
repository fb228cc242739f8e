import type { Conversation, NetworkPeer, Pods, Port } from "../constructs/network-peers";
import { PROMETHEUS } from "./kube-prometheus-stack-network";

export const ARGO_WORKFLOWS_SERVER: Pods = {
  name: "argo-workflows-server",
  labels: { "app.kubernetes.io/name": "argo-workflows-server" },
};

/** Where people and events come in. */
export const ARGO_WORKFLOWS_SERVER_PORTS: readonly Port[] = [2746];

const KUBERNETES: Conversation = { with: "kubernetes-api" };

export interface ArgoWorkflowsCalls {
  /** Port of the database that remembers workflows; `undefined` where there is none. */
  readonly archivePort: number | undefined;
}

export function argoWorkflowsNetwork({ archivePort }: ArgoWorkflowsCalls): readonly NetworkPeer[] {
  const archive = archivePort === undefined ? [] : [{ with: "vpc" as const, ports: [archivePort] }];

  return [
    {
      pods: {
        name: "argo-workflows-controller",
        labels: { "app.kubernetes.io/name": "argo-workflows-workflow-controller" },
      },
      accepts: [{ with: PROMETHEUS, ports: [9090] }],
      calls: [KUBERNETES, ...archive],
    },
    {
      pods: ARGO_WORKFLOWS_SERVER,
      accepts: [{ with: "load-balancers", ports: ARGO_WORKFLOWS_SERVER_PORTS }],
      calls: [
        KUBERNETES,
        ...archive,
        // Logs and artifacts.
        { with: "aws" },
        // Dex, by its public name.
        { with: "internet" },
      ],
    },
  ];
}

/** Pods of workflows that are not over. */
export const WORKFLOW_PODS: Pods = {
  name: "workflows",
  labels: { "workflows.argoproj.io/completed": "false" },
};

export const workflowPodsNetwork: NetworkPeer = {
  pods: WORKFLOW_PODS,
  calls: [
    // Where they say what came of them.
    KUBERNETES,
    // Logs, artifacts and images.
    { with: "aws" },
    // GitHub.
    { with: "internet" },
  ],
};
