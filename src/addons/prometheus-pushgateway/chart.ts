import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://prometheus-community.github.io/helm-charts",
  name: "prometheus-pushgateway",
  version: "3.8.0",
  kubernetes: {},
  source: "https://github.com/prometheus-community/helm-charts/tree/main/charts/prometheus-pushgateway",
  known,
  holds: {
    "service > port": { is: [9091], because: "applications push to no other port" },
    "serviceMonitor > namespace": "its pods and what watches them share a namespace",
  },
};
