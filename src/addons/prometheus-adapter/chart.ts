import type { AddonChart } from "../../settings/addon-definition/chart";
import { OWN_LIST } from "../../settings/addon-definition/held-values";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://prometheus-community.github.io/helm-charts",
  name: "prometheus-adapter",
  version: "5.3.0",
  kubernetes: {},
  source: "https://github.com/prometheus-community/helm-charts/tree/main/charts/prometheus-adapter",
  known,
  holds: {
    listenPort: { is: [6443], because: "network policies let the API server call no other port" },
    "prometheus > url": "its samples come from the platform's Prometheus",
    "prometheus > port": "its samples come from the platform's Prometheus",
    "rules > external": "addons.prometheusAdapter.metrics says which metrics it serves",
    "rbac > create": "the chart's own rights read every ConfigMap of the cluster",
    extraManifests: OWN_LIST,
  },
};
