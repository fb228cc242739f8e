import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://prometheus-community.github.io/helm-charts",
  name: "prometheus-operator-crds",
  version: "31.0.1",
  kubernetes: { oldest: "1.16" },
  source:
    "https://github.com/prometheus-community/helm-charts/blob/main/charts/prometheus-operator-crds/Chart.yaml",
  known,
  holds: {
    "crds > alertmanagers > enabled": { is: [true], because: "add-ons and applications have objects of it" },
    "crds > podmonitors > enabled": { is: [true], because: "add-ons and applications have objects of it" },
    "crds > probes > enabled": { is: [true], because: "add-ons and applications have objects of it" },
    "crds > prometheuses > enabled": { is: [true], because: "add-ons and applications have objects of it" },
    "crds > prometheusrules > enabled": {
      is: [true],
      because: "add-ons and applications have objects of it",
    },
    "crds > scrapeconfigs > enabled": { is: [true], because: "add-ons and applications have objects of it" },
    "crds > servicemonitors > enabled": {
      is: [true],
      because: "add-ons and applications have objects of it",
    },
  },
};
