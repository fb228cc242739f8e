import type { AlertCases } from "./alert-case.cases";

/** Evidence for rules about the AWS load balancer controller. */
export const LOAD_BALANCERS_CASES: AlertCases = {
  LoadBalancersFailing: [
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
          description: "The AWS load balancer controller keeps failing to reconcile objects of type ingress.",
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
  LoadBalancersForbidden: [
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
};
