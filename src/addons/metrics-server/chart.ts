import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://kubernetes-sigs.github.io/metrics-server",
  name: "metrics-server",
  version: "3.13.1",
  kubernetes: {},
  source: "https://github.com/kubernetes-sigs/metrics-server#compatibility-matrix",
  known,
  holds: {
    "apiService > create": { is: [true], because: "autoscalers ask the API server for its metrics" },
    containerPort: { is: [10_250], because: "network policies let the API server call no other port" },
  },
};
