import type { AddonChart } from "../../settings/addon-definition/chart";
import { account } from "../../settings/addon-definition/held-values";
import known from "./values.json";

const OWN_SETTING = "podNetwork of the cluster says so, and its nodes follow it";

export const CHART: AddonChart = {
  repository: "https://helm.cilium.io",
  name: "cilium",
  version: "1.19.6",
  kubernetes: { oldest: "1.21", newest: "1.35" },
  source: "https://docs.cilium.io/en/v1.19/network/kubernetes/compatibility/",
  known,
  holds: {
    "serviceAccounts > operator > name": account("cilium-operator"),
    ipam: OWN_SETTING,
    eni: OWN_SETTING,
    "cni > chainingMode": OWN_SETTING,
    kubeProxyReplacement: OWN_SETTING,
    policyEnforcementMode: "podsStartOpen of the cluster says so",
    policyCIDRMatchMode: "policies name nodes by the ranges of their subnets",
    "operator > removeNodeTaints": {
      is: [true],
      because: "nodes begin with a taint that nothing else removes",
    },
    "prometheus > enabled": { is: [true], because: "the platform's alerts watch it by its metrics" },
  },
};
