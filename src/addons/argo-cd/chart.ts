import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

/** As the clusters to be taken over run it, so that a takeover downgrades nothing. `values.json` is of the release before it. */
export const CHART: AddonChart = {
  repository: "https://argoproj.github.io/argo-helm",
  name: "argo-cd",
  version: "10.2.0",
  kubernetes: { oldest: "1.25", newest: "1.35" },
  source: "https://argo-cd.readthedocs.io/en/stable/operator-manual/installation/#tested-versions",
  exception: {
    newest: "1.36",
    reason:
      "Argo CD 3.4 is tested up to 1.35. All that the chart makes passes the schemas of 1.36 in npm run charts. " +
      "Chart 10.9.6 brings 3.5, which is tested on 1.36: with it this goes.",
  },
  others: [
    {
      version: "10.9.6",
      kubernetes: { oldest: "1.33", newest: "1.36" },
      source: "https://argo-cd.readthedocs.io/en/stable/operator-manual/installation/#tested-versions",
    },
  ],
  known,
};
