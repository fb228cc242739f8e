import type { AddonChart } from "../../settings/addon-definition/chart";
import { OWN_LIST, someReplicas } from "../../settings/addon-definition/held-values";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://kyverno.github.io/kyverno",
  name: "kyverno",
  version: "3.9.0",
  kubernetes: { oldest: "1.25", newest: "1.35" },
  source: "https://kyverno.io/docs/installation/releases/",
  exception: {
    newest: "1.36",
    reason:
      "Kyverno 1.19, the newest on record, is supported up to 1.35. All that the chart makes passes the schemas of " +
      "1.36 in npm run charts.",
  },
  known,
  holds: {
    "admissionController > webhookServer > port": "network policies let the API server call no other port",
    "admissionController > replicas": someReplicas(
      "without a pod it would hold pods back or let them in unseen; addons.kyverno: false says so",
    ),
    "config > webhooks": "its policies are about the namespaces that it is asked about",
    "config > excludeKyvernoNamespace": "its policies are about the namespaces that it is asked about",
    "features > policyExceptions": "whoever could write exceptions in another namespace could except any pod",
    "admissionController > container > extraEnvVars": OWN_LIST,
    "features > registryClient > credentialHelpers": OWN_LIST,
  },
};
