import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

/** A patch behind the newest: the last whose values are on record to check ours against. */
export const CHART: AddonChart = {
  repository: "https://charts.dexidp.io",
  name: "dex",
  version: "0.24.0",
  kubernetes: { oldest: "1.14" },
  source: "https://github.com/dexidp/helm-charts/blob/master/charts/dex/Chart.yaml",
  known,
};
