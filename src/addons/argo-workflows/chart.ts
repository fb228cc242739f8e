import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

/** As the clusters to be taken over run it, so that a takeover downgrades nothing. `values.json` is of the release before it. */
export const CHART: AddonChart = {
  repository: "https://argoproj.github.io/argo-helm",
  name: "argo-workflows",
  version: "1.0.23",
  kubernetes: { oldest: "1.31", newest: "1.33" },
  source: "https://argo-workflows.readthedocs.io/en/latest/releases/#tested-versions",
  exception: {
    newest: "1.36",
    reason:
      "Argo Workflows 4.0 is tested on 1.31 and 1.33. All that the chart makes passes the schemas of 1.36 in " +
      "npm run charts. Chart 2.0.2 brings 4.1, which is tested on 1.34 and 1.36; its first two releases let " +
      "nobody sign in, so make sure of 4.1.2.",
  },
  others: [
    {
      version: "2.0.2",
      kubernetes: { oldest: "1.34", newest: "1.36" },
      source: "https://argo-workflows.readthedocs.io/en/latest/releases/#tested-versions",
    },
  ],
  known,
};
