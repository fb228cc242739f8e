import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://stakater.github.io/stakater-charts",
  name: "reloader",
  version: "2.2.16",
  kubernetes: { oldest: "1.19" },
  source: "https://github.com/stakater/Reloader#compatibility",
  known,
};
