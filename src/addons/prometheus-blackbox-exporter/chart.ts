import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://prometheus-community.github.io/helm-charts",
  name: "prometheus-blackbox-exporter",
  version: "11.17.2",
  kubernetes: { oldest: "1.21" },
  source:
    "https://github.com/prometheus-community/helm-charts/blob/main/charts/prometheus-blackbox-exporter/Chart.yaml",
  known,
  holds: {
    "config > modules > https_200": "the platform's probes ask by it",
    "service > port": { is: [9115], because: "Prometheus calls no other port" },
    "serviceMonitor > selfMonitor > enabled": {
      is: [true],
      because: "the platform's alerts watch it by its metrics",
    },
  },
};
