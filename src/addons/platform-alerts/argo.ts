import type { AlertGroup } from "./alert-rule";
import { WORKFLOW_RULES } from "./workflows";

const application = (status: string) => `argocd_app_info{name="frontend",project="default",${status}}`;

const labels = { name: "frontend", project: "default" };

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
      cases: [
        {
          when: "it stays out of sync",
          series: { [application('sync_status="OutOfSync"')]: "1x150" },
          at: "130m",
          alerts: [
            {
              severity: "warning",
              since: "120m",
              labels,
              description: "Argo CD's application frontend has been out of sync for two hours.",
            },
          ],
        },
        {
          when: "it is synchronised after an hour",
          series: {
            [application('sync_status="OutOfSync"')]: "1x60 _x90",
            [application('sync_status="Synced"')]: "_x60 1x90",
          },
          at: "130m",
          alerts: [],
        },
      ],
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
      cases: [
        {
          when: "its pods do not start",
          series: { [application('health_status="Degraded"')]: "1x60" },
          at: "40m",
          alerts: [
            {
              severity: "warning",
              since: "30m",
              labels: { ...labels, health_status: "Degraded" },
              description: "Argo CD's application frontend is Degraded.",
            },
          ],
        },
        {
          when: "it is on its way",
          series: { [application('health_status="Progressing"')]: "1x60" },
          at: "40m",
          alerts: [],
        },
      ],
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
      cases: [
        {
          when: "it fails every ten minutes",
          series: {
            'argocd_app_sync_total{name="frontend",project="default",phase="Failed"}':
              "0x9 1x9 2x9 3x9 4x9 5x9 6x9 7x9",
          },
          at: "70m",
          alerts: [
            {
              severity: "warning",
              since: "25m",
              labels,
              description: "Argo CD failed to sync application frontend more than once in an hour.",
            },
          ],
        },
        {
          when: "it fails once",
          series: { 'argocd_app_sync_total{name="frontend",project="default",phase="Failed"}': "0x9 1x70" },
          at: "60m",
          alerts: [],
        },
        {
          when: "it succeeds",
          series: { 'argocd_app_sync_total{name="frontend",project="default",phase="Succeeded"}': "0+1x80" },
          at: "70m",
          alerts: [],
        },
      ],
    },
    ...WORKFLOW_RULES,
  ],
};
