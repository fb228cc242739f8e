import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://oauth2-proxy.github.io/manifests",
  name: "oauth2-proxy",
  version: "10.7.0",
  kubernetes: { oldest: "1.16" },
  source: "https://github.com/oauth2-proxy/manifests/blob/main/helm/oauth2-proxy/Chart.yaml",
  known,
};
