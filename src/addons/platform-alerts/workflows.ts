import type { AlertRule } from "./alert-rule";

const failed = 'argo_workflows_total_count{exported_namespace="apps",phase="Failed"}';

/** Rules about workflows. */
export const WORKFLOW_RULES: readonly AlertRule[] = [
  {
    name: "WorkflowsFailing",
    summary: "Workflows keep failing.",
    description:
      'Workflows that failed in an hour in namespace {{ $labels.exported_namespace }}: {{ $value | printf "%.0f" }}.',
    impact: "Deployments that wait for a workflow do not go on.",
    firstLook: "Open the failed workflows in Argo Workflows first and read the output of the failed step.",
    levels: {
      warning: {
        // Prometheus renames the metric's label "namespace", because the scrape sets a label of that name.
        expr: 'sum by (exported_namespace) (increase(argo_workflows_total_count{phase=~"Error|Failed"}[1h])) >= 2',
        for: "5m",
      },
    },
    cases: [
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
  },
];
