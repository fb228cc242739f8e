import type { AlertRule } from "./alert-rule";

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
  },
];
