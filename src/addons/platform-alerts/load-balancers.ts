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
    cases: [
      {
        when: "an Ingress cannot be made",
        series: {
          'controller_runtime_reconcile_errors_total{job="aws-load-balancer-controller",controller="ingress"}':
            "0+1x90",
        },
        at: "60m",
        alerts: [
          {
            severity: "warning",
            since: "32m",
            labels: { controller: "ingress" },
            description:
              "The AWS load balancer controller keeps failing to reconcile objects of type ingress.",
          },
        ],
      },
      {
        when: "it fails once, and another controller all the time",
        series: {
          'controller_runtime_reconcile_errors_total{job="aws-load-balancer-controller",controller="ingress"}':
            "0x40 1x50",
          'controller_runtime_reconcile_errors_total{job="external-secrets-metrics",controller="externalsecret"}':
            "0+1x90",
        },
        at: "60m",
        alerts: [],
      },
    ],
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
    cases: [
      {
        when: "its role lacks a permission",
        series: {
          'aws_api_call_permission_errors_total{exported_service="ELBv2",operation="CreateRule"}': "0+1x60",
        },
        at: "40m",
        alerts: [
          {
            severity: "warning",
            since: "16m",
            labels: { exported_service: "ELBv2", operation: "CreateRule" },
            description: "AWS denies operation CreateRule of service ELBv2 to the load balancer controller.",
          },
        ],
      },
      {
        when: "it was refused once, long ago",
        series: {
          'aws_api_call_permission_errors_total{exported_service="ELBv2",operation="CreateRule"}': "1x60",
        },
        at: "40m",
        alerts: [],
      },
    ],
  },
];
