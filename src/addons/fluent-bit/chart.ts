import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://fluent.github.io/helm-charts",
  name: "fluent-bit",
  version: "0.58.1",
  kubernetes: {},
  source: "https://github.com/fluent/helm-charts/blob/main/charts/fluent-bit/Chart.yaml",
  known,
};
