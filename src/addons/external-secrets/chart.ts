import type { AddonChart } from "../../settings/addon-definition/chart";
import { account } from "../../settings/addon-definition/held-values";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://charts.external-secrets.io",
  name: "external-secrets",
  version: "2.9.0",
  kubernetes: { oldest: "1.19", newest: "1.36" },
  source: "https://external-secrets.io/latest/introduction/stability-support/",
  known,
  holds: {
    "serviceAccount > name": account("external-secrets"),
    scopedNamespace: "secrets of the platform and of applications are in several namespaces",
    scopedRBAC: {
      is: [false],
      because: "secrets of the platform and of applications are in several namespaces",
    },
    controllerClass: "the platform's stores and copies name no class",
    processClusterStore: { is: [true], because: "the platform's copies name a store of the cluster" },
    "crds > createClusterSecretStore": {
      is: [true],
      because: "the platform's copies name a store of the cluster",
    },
    "crds > createSecretStore": { is: [true], because: "every namespace of applications has a store" },
    "webhook > create": { is: [true], because: "its kinds are converted and checked there" },
    "webhook > port": "network policies let the API server call no other port",
  },
};
