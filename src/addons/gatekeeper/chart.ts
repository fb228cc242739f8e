import type { AddonChart } from "../../settings/addon-definition/chart";
import { someReplicas } from "../../settings/addon-definition/held-values";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://open-policy-agent.github.io/gatekeeper/charts",
  name: "gatekeeper",
  version: "3.23.0",
  kubernetes: { oldest: "1.16" },
  source: "https://open-policy-agent.github.io/gatekeeper/website/docs/install/",
  crds: {
    names: [
      "assign.mutations.gatekeeper.sh",
      "assignimage.mutations.gatekeeper.sh",
      "assignmetadata.mutations.gatekeeper.sh",
      "configpodstatuses.status.gatekeeper.sh",
      "configs.config.gatekeeper.sh",
      "connectionpodstatuses.status.gatekeeper.sh",
      "connections.connection.gatekeeper.sh",
      "constraintpodstatuses.status.gatekeeper.sh",
      "constrainttemplatepodstatuses.status.gatekeeper.sh",
      "constrainttemplates.templates.gatekeeper.sh",
      "expansiontemplate.expansion.gatekeeper.sh",
      "expansiontemplatepodstatuses.status.gatekeeper.sh",
      "modifyset.mutations.gatekeeper.sh",
      "mutatorpodstatuses.status.gatekeeper.sh",
      "providerpodstatuses.status.gatekeeper.sh",
      "providers.externaldata.gatekeeper.sh",
      "syncsets.syncset.gatekeeper.sh",
    ],
    digest: "dab34966610e4465",
    upgradedBy: "the chart's own Job before an upgrade",
  },
  known,
  holds: {
    disableValidatingWebhook: { is: [false], because: "the platform's policies refuse nothing without it" },
    replicas: someReplicas(
      "without a pod it would let everything in, and say nothing; addons.gatekeeper: false says so",
    ),
    validatingWebhookName: "the platform's alerts and its removal know the webhook by its name",
    "controllerManager > port": "network policies let the API server call no other port",
    "controllerManager > metricsPort": "network policies let Prometheus call no other port",
    "audit > metricsPort": "network policies let Prometheus call no other port",
    "upgradeCRDs > enabled": {
      is: [true],
      because: "Helm does not upgrade its kinds, which the platform's policies have",
    },
  },
};
