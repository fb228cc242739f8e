import type { AddonChart } from "../../settings/addon-definition/chart";
import { account } from "../../settings/addon-definition/held-values";
import known from "./values.json";

const ONE_MAKER =
  "the platform alone says which certificates there are, so that no team has one of another's name";

export const CHART: AddonChart = {
  repository: "https://charts.jetstack.io",
  name: "cert-manager",
  version: "v1.21.1",
  kubernetes: { oldest: "1.33", newest: "1.36" },
  source: "https://cert-manager.io/docs/releases/",
  known,
  holds: {
    "serviceAccount > name": account("cert-manager"),
    extraArgs: ONE_MAKER,
    ingressShim: ONE_MAKER,
    extraObjects: "issuers and certificates are settings of the add-on, which rules check",
    dns01RecursiveNameserversOnly: {
      is: [true],
      because: "network policies let it ask no other name server",
    },
    "global > rbac > aggregateClusterRoles": {
      is: [false],
      because: "levels of access are lists of rules, which no chart adds to",
    },
    "prometheus > servicemonitor > enabled": {
      is: [true],
      because: "the platform's alerts watch certificates by its metrics",
    },
    "prometheus > servicemonitor > honorLabels": {
      is: [false],
      because: "the platform's alerts know the namespace of a certificate as exported_namespace",
    },
    "webhook > securePort": {
      is: [10_250],
      because: "network policies let the API server call no other port",
    },
  },
};
