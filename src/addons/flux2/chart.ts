import type { AddonChart } from "../../settings/addon-definition/chart";
import type { HeldValue } from "../../settings/addon-definition/held-values";
import known from "./values.json";

const APART = "two instances run from this chart, and what keeps them apart is the add-on's";

const off = (because: string): HeldValue => ({ is: [false], because });
const unwatched = off("network policies and rights know no pod of it");

export const CHART: AddonChart = {
  repository: "https://fluxcd-community.github.io/helm-charts",
  name: "flux2",
  version: "2.18.3",
  kubernetes: { oldest: "1.33", newest: "1.35" },
  source: "https://fluxcd.io/flux/releases/#supported-releases",
  exception: {
    newest: "1.36",
    reason:
      "Flux 2.8 is tested up to 1.35, and asks for 1.33 or newer. All that the chart makes passes the schemas of 1.36 in npm run charts.",
  },
  known,
  holds: {
    installCRDs: APART,
    watchAllNamespaces: APART,
    "multitenancy > enabled": { is: [true], because: APART },
    "multitenancy > defaultServiceAccount": APART,
    "multitenancy > privileged": { is: [false], because: APART },
    "sourceController > container > additionalArgs": APART,
    "kustomizeController > container > additionalArgs": APART,
    "helmController > container > additionalArgs": APART,
    "rbac > create": {
      is: [false],
      because: "the platform gives each instance fewer rights than the chart would",
    },
    "rbac > createAggregation": off("levels of access are lists of rules, which no chart adds to"),
    "policies > create": off("the chart's own policies would let every namespace in"),
    "notificationController > create": unwatched,
    "imageAutomationController > create": unwatched,
    "imageReflectionController > create": unwatched,
    "sourceWatcher > create": unwatched,
    "sourceController > service > ports": "network policies open the port that the other parts call",
    "prometheus > podMonitor > create": {
      is: [true],
      because: "the platform's alerts watch the add-on by its metrics",
    },
    extraObjects: "sources and what they deliver are settings of the add-on, which rules check",
  },
};
