import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://prometheus-community.github.io/helm-charts",
  name: "prometheus-adapter",
  version: "5.3.0",
  kubernetes: {},
  source: "https://github.com/prometheus-community/helm-charts/tree/main/charts/prometheus-adapter",
  known,
};
