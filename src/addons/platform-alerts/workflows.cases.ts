import type { AlertCases } from "./alert-case.cases";

const failed = 'argo_workflows_total_count{exported_namespace="apps",phase="Failed"}';

/** Evidence for rules about workflows. */
export const WORKFLOWS_CASES: AlertCases = {
  WorkflowsFailing: [
    {
      when: "three fail in half an hour",
      series: { [failed]: "0x9 1x9 2x9 3x60" },
      at: "50m",
      alerts: [
        {
          severity: "warning",
          since: "25m",
          labels: { exported_namespace: "apps" },
          description: "Workflows that failed in an hour in namespace apps: 3.",
        },
      ],
    },
    {
      when: "one fails",
      series: { [failed]: "0x9 1x60" },
      at: "50m",
      alerts: [],
    },
    {
      when: "all succeed",
      series: { 'argo_workflows_total_count{exported_namespace="apps",phase="Succeeded"}': "0+1x60" },
      at: "50m",
      alerts: [],
    },
  ],
};
