import type { AddonChart } from "../../settings/addon-definition/chart";
import { OWN_LIST, PUBLISHED_AT } from "../../settings/addon-definition/held-values";
import known from "./values.json";

/** As the clusters to be taken over run it, so that a takeover downgrades nothing. `values.json` is of the release before it. */
export const CHART: AddonChart = {
  repository: "https://charts.dexidp.io",
  name: "dex",
  version: "0.24.1",
  kubernetes: { oldest: "1.14" },
  source: "https://github.com/dexidp/helm-charts/blob/master/charts/dex/Chart.yaml",
  known,
  holds: {
    "config > issuer": "every application that people sign in to knows it",
    "config > connectors": "addons.dex.signIn says who signs in",
    "config > staticClients": "a list replaces the clients of every application",
    "config > storage": "sessions are kept in custom resources, to which it has the rights",
    "configSecret > create": { is: [true], because: "it has the clients of every application" },
    "configSecret > name": "it has the clients of every application",
    "https > enabled": { is: [false], because: "the load balancer ends TLS" },
    envVars: OWN_LIST,
    volumes: OWN_LIST,
    volumeMounts: OWN_LIST,
    "ingress > enabled": { is: [true], because: PUBLISHED_AT },
    "ingress > hosts": PUBLISHED_AT,
    "ingress > className": PUBLISHED_AT,
  },
};
