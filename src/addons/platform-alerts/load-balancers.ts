import type { AlertRule } from "./alert-rule";

const CONTROLLER = '{job="aws-load-balancer-controller"}';

/** What is wrong with the ways in from outside. */
export const LOAD_BALANCER_RULES: readonly AlertRule[] = [
  {
    name: "LoadBalancersFailing",
    summary: "Load balancers no longer follow Ingresses.",
    description: "The load balancer controller keeps failing with {{ $labels.controller }}.",
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
            description: "The load balancer controller keeps failing with ingress.",
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
    summary: "AWS refuses what the load balancer controller asks for.",
    description:
      "AWS refuses {{ $labels.operation }} of {{ $labels.exported_service }} to the load balancer controller.",
    levels: {
      warning: {
        // Its own label "service" gives way to that of the Kubernetes Service it is scraped through.
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
            description: "AWS refuses CreateRule of ELBv2 to the load balancer controller.",
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
