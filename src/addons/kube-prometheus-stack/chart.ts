import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://prometheus-community.github.io/helm-charts",
  name: "kube-prometheus-stack",
  version: "88.5.3",
  kubernetes: { oldest: "1.25", newest: "1.36" },
  source: "https://github.com/prometheus-operator/prometheus-operator/blob/main/.github/env",
  known,
};
