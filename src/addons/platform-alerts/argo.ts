import type { AlertGroup } from "./alert-rule";
import { WORKFLOW_RULES } from "./workflows";

/** Rules about Argo CD's applications and Argo Workflows' workflows. */
export const ARGO: AlertGroup = {
  name: "argo",
  rules: [
    {
      name: "ArgoApplicationOutOfSync",
      summary: "An application in the cluster differs from its manifests in Git.",
      description: "Argo CD's application {{ $labels.name }} has been out of sync for two hours.",
      impact: "Users may get an old version of the application.",
      firstLook: "Open the application in Argo CD first and read its diff.",
      levels: {
        warning: {
          expr: 'max by (name, project) (argocd_app_info{sync_status="OutOfSync"}) == 1',
          for: "2h",
        },
      },
    },
    {
      name: "ArgoApplicationUnhealthy",
      summary: "An application is degraded, or parts of it are missing.",
      description: "Argo CD's application {{ $labels.name }} is {{ $labels.health_status }}.",
      impact: "Users may get errors from this application.",
      firstLook: "Open the application in Argo CD first and find the unhealthy resource.",
      levels: {
        warning: {
          expr: 'max by (name, project, health_status) (argocd_app_info{health_status=~"Degraded|Missing"}) == 1',
          for: "30m",
        },
      },
    },
    {
      name: "ArgoSyncFailing",
      summary: "Argo CD cannot deploy an application.",
      description: "Argo CD failed to sync application {{ $labels.name }} more than once in an hour.",
      impact: "Users keep the previous version of the application.",
      firstLook: "Open the application in Argo CD first and read the error of its last sync.",
      levels: {
        warning: {
          expr: 'sum by (name, project) (increase(argocd_app_sync_total{phase=~"Error|Failed"}[1h])) >= 2',
          for: "5m",
        },
      },
    },
    ...WORKFLOW_RULES,
  ],
};
