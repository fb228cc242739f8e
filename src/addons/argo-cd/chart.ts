import type { AddonChart } from "../../settings/addon-definition/chart";
import { OWN_LIST, PUBLISHED_AT } from "../../settings/addon-definition/held-values";
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
  holds: {
    "global > domain": PUBLISHED_AT,
    "configs > cm > create": { is: [true], because: "it has the sign-in and the rights of every user" },
    "configs > cm > url": PUBLISHED_AT,
    "configs > cm > oidc.config": "people sign in through the platform's Dex",
    "configs > params > create": { is: [true], because: "the load balancer speaks to the server as it says" },
    "configs > params > server.insecure": { is: [true], because: "the load balancer ends TLS" },
    "configs > rbac > create": { is: [true], because: "it has the rights of every team" },
    "configs > secret > createSecret": { is: [true], because: "its sessions are signed with a key in it" },
    "dex > enabled": { is: [false], because: "people sign in through the platform's Dex" },
    "redis > enabled": "addons.replicas decides how many copies there are, and policies go by it",
    "redis-ha > enabled": "addons.replicas decides how many copies there are, and policies go by it",
    "redis-ha > exporter > enabled": {
      is: [true],
      because: "the platform's alerts watch the add-on by its metrics",
    },
    "server > ingress > enabled": { is: [true], because: PUBLISHED_AT },
    "server > ingress > hostname": PUBLISHED_AT,
    "server > ingress > ingressClassName": PUBLISHED_AT,
    "server > containerPorts > server": "load balancers and network policies know no other port",
    "repoServer > containerPorts > server": "network policies let its other parts call no other port",
    createClusterRoles: { is: [true], because: "it deploys to several namespaces" },
    "notifications > subscriptions": OWN_LIST,
    "notifications > secret > name": "External Secrets writes the tokens of its receivers there",
  },
};
