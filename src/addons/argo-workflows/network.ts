import type { Conversation, NetworkPeer, Pods } from "../../constructs/network-peers";
import type { WorkflowArchive } from "./values";
import { PROMETHEUS } from "../kube-prometheus-stack/network";

/** Pods of the server, which shows workflows to users and receives events. */
export const ARGO_WORKFLOWS_SERVER: Pods = {
  name: "argo-workflows-server",
  labels: { "app.kubernetes.io/name": "argo-workflows-server" },
};

/** Port for users and events. */
export const ARGO_WORKFLOWS_SERVER_PORT = 2746;

const KUBERNETES: Conversation = { with: "kubernetes-api" };

/** Settings that decide about Argo Workflows' connections. */
export interface ArgoWorkflowsCalls {
  /** Database that archives workflows; `false` for none. */
  readonly archive: Pick<WorkflowArchive, "port"> | false;
}

/** Connections of the controller, the server and running workflows. */
export function argoWorkflowsNetwork({ archive }: ArgoWorkflowsCalls): readonly NetworkPeer[] {
  const database = archive ? [{ with: "databases" as const, ports: [archive.port] }] : [];

  return [
    {
      pods: {
        name: "argo-workflows-controller",
        labels: { "app.kubernetes.io/name": "argo-workflows-workflow-controller" },
      },
      accepts: [{ with: PROMETHEUS, ports: [9090] }],
      calls: [KUBERNETES, ...database],
    },
    {
      pods: ARGO_WORKFLOWS_SERVER,
      accepts: [{ with: "load-balancers", ports: [ARGO_WORKFLOWS_SERVER_PORT] }],
      calls: [
        KUBERNETES,
        ...database,
        // Logs and artifacts.
        { with: "aws" },
        // Dex, by its public name.
        { with: "internet" },
      ],
    },
    RUNNING_WORKFLOWS,
  ];
}

/** Pods of workflows that are not over. */
export const WORKFLOW_PODS: Pods = {
  name: "workflows",
  labels: { "workflows.argoproj.io/completed": "false" },
};

const RUNNING_WORKFLOWS: NetworkPeer = {
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
