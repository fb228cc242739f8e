import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://charts.external-secrets.io",
  name: "external-secrets",
  version: "2.9.0",
  kubernetes: { oldest: "1.19", newest: "1.36" },
  source: "https://external-secrets.io/latest/introduction/stability-support/",
  known,
};
