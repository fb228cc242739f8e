import type { AlertRule } from "./alert-rule";

const CONTROLLER = '{job="aws-load-balancer-controller"}';

/** Rules about the AWS load balancer controller. */
export const LOAD_BALANCER_RULES: readonly AlertRule[] = [
  {
    name: "LoadBalancersFailing",
    summary: "The AWS load balancer controller keeps failing.",
    description:
      "The AWS load balancer controller keeps failing to reconcile objects of type {{ $labels.controller }}.",
    impact: "New or changed Ingresses have no effect, and pods that start may get no traffic.",
    firstLook: "Read the errors in the controller's log first.",
    levels: {
      warning: {
        expr: `sum by (controller) (increase(controller_runtime_reconcile_errors_total${CONTROLLER}[15m])) > 1`,
        for: "30m",
      },
    },
  },
  {
    name: "LoadBalancersForbidden",
    summary: "AWS denies an operation to the load balancer controller.",
    description:
      "AWS denies operation {{ $labels.operation }} of service {{ $labels.exported_service }} to the load balancer controller.",
    impact: "Existing load balancers work; new or changed Ingresses may have no effect.",
    firstLook: "Check first whether the controller's version or its IAM role changed.",
    levels: {
      warning: {
        // Prometheus renames the metric's label "service", because the scrape sets a label of that name.
        expr: "sum by (operation, exported_service) (increase(aws_api_call_permission_errors_total[15m])) > 0",
        for: "15m",
      },
    },
  },
];
