import type { AlertCases } from "./alert-case.cases";

const application = (status: string) => `argocd_app_info{name="frontend",project="default",${status}}`;

const labels = { name: "frontend", project: "default" };

/** Evidence for rules about Argo CD's applications and Argo Workflows' workflows. */
export const ARGO_CASES: AlertCases = {
  ArgoApplicationOutOfSync: [
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
  ArgoApplicationUnhealthy: [
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
  ArgoSyncFailing: [
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
};
