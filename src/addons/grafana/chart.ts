import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://grafana-community.github.io/helm-charts",
  name: "grafana",
  version: "12.11.1",
  kubernetes: { oldest: "1.25" },
  source: "https://github.com/grafana-community/helm-charts/blob/main/charts/grafana/Chart.yaml",
  known,
};
