import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://stakater.github.io/stakater-charts",
  name: "reloader",
  version: "2.2.16",
  kubernetes: { oldest: "1.19" },
  source: "https://github.com/stakater/Reloader#compatibility",
  known,
  holds: {
    "reloader > watchGlobally": { is: [true], because: "workloads are in several namespaces" },
    "reloader > ignoreSecrets": { is: [false], because: "add-ons are restarted when their Secrets change" },
    "reloader > ignoreConfigMaps": {
      is: [false],
      because: "add-ons are restarted when their ConfigMaps change",
    },
    "reloader > reloadStrategy": { is: ["annotations"], because: "Argo CD would undo a variable" },
  },
};
