import type { AddonChart } from "../../settings/addon-definition/chart";
import { OWN_LIST, PUBLISHED_AT } from "../../settings/addon-definition/held-values";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://oauth2-proxy.github.io/manifests",
  name: "oauth2-proxy",
  version: "10.7.0",
  kubernetes: { oldest: "1.16" },
  source: "https://github.com/oauth2-proxy/manifests/blob/main/helm/oauth2-proxy/Chart.yaml",
  known,
  holds: {
    extraEnv: OWN_LIST,
    "config > upstreams": "each application has a proxy of its own",
    "config > emailDomains": "groups decide who comes in",
    "config > existingConfig": "each application has a proxy of its own",
    "extraArgs > provider": { is: ["oidc"], because: "people sign in through the platform's Dex" },
    "extraArgs > oidc-issuer-url": "people sign in through the platform's Dex",
    "extraArgs > redirect-url": PUBLISHED_AT,
    "extraArgs > allowed-group": "teams decide who comes in",
    "ingress > enabled": { is: [true], because: PUBLISHED_AT },
    "ingress > hosts": PUBLISHED_AT,
    "ingress > className": PUBLISHED_AT,
  },
};
