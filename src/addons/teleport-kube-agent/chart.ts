import type { AddonChart } from "../../settings/addon-definition/chart";
import { account } from "../../settings/addon-definition/held-values";
import { TELEPORT_ACCOUNT } from "../../names/teleport-names";
import known from "./values.json";

const OF_THE_RELAY = "endpointAccess.relay of the cluster says so";

/** An agent must not be of a newer major than the Teleport that it joins, and may be of one older. */
export const CHART: AddonChart = {
  repository: "https://charts.releases.teleport.dev",
  name: "teleport-kube-agent",
  version: "18.8.3",
  kubernetes: {},
  source: "https://goteleport.com/docs/reference/helm-reference/teleport-kube-agent/",
  known,
  holds: {
    "serviceAccount > name": account(TELEPORT_ACCOUNT),
    "annotations > serviceAccount": "the annotation is that of its IAM role",
    "rbac > create": { is: [false], because: "the chart would let it speak for any user, group and account" },
    "adminClusterRoleBinding > create": {
      is: [false],
      because: "no group that the agent speaks for may do everything",
    },
    roles: "it leads to the Kubernetes API and to nothing else",
    proxyAddr: OF_THE_RELAY,
    joinParams: OF_THE_RELAY,
    kubeClusterName: "Teleport takes two clusters of one name for one, and this one is of this cluster alone",
    authToken: "it would be a secret in the state; the agent joins by its IAM role",
    teleportConfig: "it would win over everything above",
    insecureSkipProxyTLSVerify: { is: [false], because: "the certificate alone says who speaks for people" },
    "updater > enabled": { is: [false], because: "the release of the platform says which version runs" },
    skipHooks: {
      is: [true],
      because: "with no rights of the chart's, the Job that removes its Secrets fails",
    },
  },
};
