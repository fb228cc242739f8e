import type { AlertRule } from "./alert-rule";

const failed = 'argo_workflows_total_count{exported_namespace="apps",phase="Failed"}';

/** What is wrong with workflows. */
export const WORKFLOW_RULES: readonly AlertRule[] = [
  {
    name: "WorkflowsFailing",
    summary: "Workflows fail again and again.",
    description:
      '{{ $value | printf "%.0f" }} workflows of namespace {{ $labels.exported_namespace }} have failed in an hour.',
    levels: {
      warning: {
        // The controller's own label "namespace" gives way to that of the Service it is scraped through.
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
            description: "3 workflows of namespace apps have failed in an hour.",
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
