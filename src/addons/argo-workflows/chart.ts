import type { AddonChart } from "../../settings/addon-definition/chart";
import { OWN_LIST, PUBLISHED_AT } from "../../settings/addon-definition/held-values";
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
  holds: {
    "controller > workflowNamespaces": "it runs workflows in the platform's namespaces of delivery",
    "controller > instanceID > enabled": {
      is: [false],
      because: "workflows of deployments name no instance",
    },
    "controller > persistence > postgresql": "it is the database that the platform makes",
    "controller > workflowDefaults > spec > serviceAccountName": "permissions of workflows are bound to it",
    "controller > extraEnv": OWN_LIST,
    "controller > volumes": OWN_LIST,
    "controller > volumeMounts": OWN_LIST,
    singleNamespace: { is: [false], because: "it runs workflows in the platform's namespaces of delivery" },
    "server > enabled": { is: [true], because: "Argo CD and registries send it events" },
    "server > authModes": "people sign in through the platform's Dex, and events with tokens",
    "server > sso > enabled": { is: [true], because: "people sign in through the platform's Dex" },
    "server > sso > issuer": "people sign in through the platform's Dex",
    "server > sso > redirectUrl": PUBLISHED_AT,
    "server > sso > scopes": OWN_LIST,
    "server > sso > rbac": "permissions of users are bound to the accounts that it finds",
    "server > ingress > enabled": { is: [true], because: PUBLISHED_AT },
    "server > ingress > hosts": PUBLISHED_AT,
    "server > ingress > paths": PUBLISHED_AT,
    "server > ingress > ingressClassName": PUBLISHED_AT,
    "server > extraEnv": OWN_LIST,
    "server > volumes": OWN_LIST,
    "server > volumeMounts": OWN_LIST,
    "server > servicePort": "Argo CD and registries send events to this port",
    "workflow > serviceAccount > create": {
      is: [false],
      because: "the platform makes the account of workflows",
    },
    "workflow > rbac > serviceAccounts": OWN_LIST,
    extraObjects: OWN_LIST,
  },
};
