import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://grafana-community.github.io/helm-charts",
  name: "tempo",
  version: "2.2.4",
  kubernetes: {},
  source: "https://github.com/grafana-community/helm-charts/blob/main/charts/tempo/Chart.yaml",
  known,
};
