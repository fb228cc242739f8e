import type { AddonChart } from "../../settings/addon-definition/chart";
import { account, OWN_LIST } from "../../settings/addon-definition/held-values";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://grafana-community.github.io/helm-charts",
  name: "tempo",
  version: "2.2.4",
  kubernetes: {},
  source: "https://github.com/grafana-community/helm-charts/blob/main/charts/tempo/Chart.yaml",
  known,
  holds: {
    "serviceAccount > name": account("tempo"),
    "tempo > storage > trace > backend": { is: ["s3"], because: "traces are kept in the platform's bucket" },
    "tempo > storage > trace > s3 > bucket": "its permissions are for the platform's bucket",
    "tempo > server > http_listen_port": { is: [3200], because: "Grafana calls no other port" },
    "tempo > multitenancyEnabled": { is: [false], because: "applications and Grafana name no tenant" },
    "tempo > metricsGenerator > storage":
      "dashboards of services are made of the metrics that it sends to Prometheus",
    "tempo > overrides > defaults > metrics_generator > processors": OWN_LIST,
  },
};
