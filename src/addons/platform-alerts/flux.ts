import { CUSTOMERS_NAMESPACE } from "../../settings/namespaces/namespaces";
import type { AlertGroup } from "./alert-rule";

const CUSTOMERS = `namespace="${CUSTOMERS_NAMESPACE}"`;

/** Kinds of Flux, as its controllers call them in their metrics. */
const CONTROLLERS = "gitrepository|helmchart|helmrelease|helmrepository|kustomization|ocirepository";

/** Rules about the two instances of Flux. Those about all add-ons watch the platform's instance too. */
export const FLUX: AlertGroup = {
  name: "flux",
  watches: "flux",
  rules: [
    {
      name: "FluxReconcileFailing",
      summary: "Flux cannot bring the cluster in line with what Git says.",
      description:
        'In {{ $labels.namespace }}, Flux failed {{ $value | printf "%.0f" }} times in an hour to reconcile an object of kind {{ $labels.controller }}.',
      impact: "Users keep the previous version of what Flux delivers.",
      firstLook: "List the objects that are not ready first, and read their messages.",
      levels: {
        warning: {
          expr: `sum by (namespace, controller) (increase(controller_runtime_reconcile_total{controller=~"${CONTROLLERS}", result="error"}[1h])) >= 10`,
          for: "30m",
        },
      },
    },
    {
      name: "FluxForCustomersUnavailable",
      summary: "The Flux that delivers for customers has fewer replicas than it should.",
      description:
        "Deployment {{ $labels.deployment }} has {{ $value }} available replicas, fewer than it asks for.",
      impact: "With no replica left, customers' changes in Git do not reach the cluster.",
      firstLook: "List the pods of flux-customers first and describe those that are not ready.",
      levels: {
        warning: {
          expr: `max by (deployment) (kube_deployment_status_replicas_available{${CUSTOMERS}}) < max by (deployment) (kube_deployment_spec_replicas{${CUSTOMERS}})`,
          for: "15m",
        },
      },
    },
  ],
};
