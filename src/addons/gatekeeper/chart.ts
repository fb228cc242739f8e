import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://open-policy-agent.github.io/gatekeeper/charts",
  name: "gatekeeper",
  version: "3.23.0",
  kubernetes: { oldest: "1.16" },
  source: "https://open-policy-agent.github.io/gatekeeper/website/docs/install/",
  known,
};
