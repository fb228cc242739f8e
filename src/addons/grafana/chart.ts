import type { AddonChart } from "../../settings/addon-definition/chart";
import { account, OWN_LIST, PUBLISHED_AT } from "../../settings/addon-definition/held-values";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://grafana-community.github.io/helm-charts",
  name: "grafana",
  version: "12.11.1",
  kubernetes: { oldest: "1.25" },
  source: "https://github.com/grafana-community/helm-charts/blob/main/charts/grafana/Chart.yaml",
  known,
  holds: {
    "serviceAccount > name": account("kube-prometheus-stack-grafana"),
    "persistence > enabled": "its database decides whether it has a volume",
    "grafana.ini > server > root_url": PUBLISHED_AT,
    "grafana.ini > database": "it is the database that the platform makes",
    "grafana.ini > auth.generic_oauth > enabled": {
      is: [true],
      because: "people sign in through the platform's Dex",
    },
    "rbac > useExistingRole": "its rights are those that the platform writes",
    "service > targetPort": "load balancers and network policies know no other port",
    "ingress > enabled": { is: [true], because: PUBLISHED_AT },
    "ingress > hosts": PUBLISHED_AT,
    "ingress > ingressClassName": PUBLISHED_AT,
    "ingress > extraPaths": OWN_LIST,
    "datasources > datasources.yaml":
      "dashboards name its data sources; write others under a key of your own",
    extraConfigmapMounts: OWN_LIST,
    extraEmptyDirMounts: OWN_LIST,
    extraObjects: OWN_LIST,
  },
};
