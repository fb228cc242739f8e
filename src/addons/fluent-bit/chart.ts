import type { AddonChart } from "../../settings/addon-definition/chart";
import { account, OWN_LIST } from "../../settings/addon-definition/held-values";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://fluent.github.io/helm-charts",
  name: "fluent-bit",
  version: "0.58.1",
  kubernetes: {},
  source: "https://github.com/fluent/helm-charts/blob/main/charts/fluent-bit/Chart.yaml",
  known,
  holds: {
    "serviceAccount > name": account("fluent-bit"),
    kind: "one release reads every node's logs, another reads events once",
    metricsPort: "network policies let Prometheus call no other port",
    env: OWN_LIST,
    daemonSetVolumes: OWN_LIST,
    daemonSetVolumeMounts: OWN_LIST,
    extraVolumes: OWN_LIST,
    extraVolumeMounts: OWN_LIST,
    tolerations: "every node's logs are read, those of nodes with taints as well",
    "securityContext > capabilities > add": OWN_LIST,
  },
};
