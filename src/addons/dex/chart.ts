import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

/** As the clusters to be taken over run it, so that a takeover downgrades nothing. `values.json` is of the release before it. */
export const CHART: AddonChart = {
  repository: "https://charts.dexidp.io",
  name: "dex",
  version: "0.24.1",
  kubernetes: { oldest: "1.14" },
  source: "https://github.com/dexidp/helm-charts/blob/master/charts/dex/Chart.yaml",
  known,
};
