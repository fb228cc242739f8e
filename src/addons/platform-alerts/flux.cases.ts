import type { AlertCases } from "./alert-case.cases";

const errors = (series: string) => ({
  'controller_runtime_reconcile_total{namespace="flux-customers",controller="kustomization",result="error"}':
    series,
});

const deployment = (metric: string) =>
  `${metric}{namespace="flux-customers",deployment="kustomize-controller"}`;

/** Evidence for rules about Flux. */
export const FLUX_CASES: AlertCases = {
  FluxReconcileFailing: [
    {
      when: "an object fails every two minutes",
      series: errors("0+0.5x200"),
      at: "150m",
      alerts: [
        {
          severity: "warning",
          since: "50m",
          labels: { namespace: "flux-customers", controller: "kustomization" },
          description:
            "In flux-customers, Flux failed 30 times in an hour to reconcile an object of kind kustomization.",
        },
      ],
    },
    { when: "one fails twice and works again", series: errors("0x30 1x5 2x200"), at: "90m", alerts: [] },
  ],
  FluxForCustomersUnavailable: [
    {
      when: "a replica does not start",
      series: {
        [deployment("kube_deployment_status_replicas_available")]: "1x60",
        [deployment("kube_deployment_spec_replicas")]: "2x60",
      },
      at: "30m",
      alerts: [
        {
          severity: "warning",
          since: "15m",
          labels: { deployment: "kustomize-controller" },
          description: "Deployment kustomize-controller has 1 available replicas, fewer than it asks for.",
        },
      ],
    },
    {
      when: "all replicas work",
      series: {
        [deployment("kube_deployment_status_replicas_available")]: "2x60",
        [deployment("kube_deployment_spec_replicas")]: "2x60",
      },
      at: "30m",
      alerts: [],
    },
  ],
};
