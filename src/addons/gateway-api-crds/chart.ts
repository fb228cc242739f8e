import type { AddonChart } from "../../settings/addon-definition/chart";
import known from "./values.json";

const USED = "the load balancer controller looks at its start whether the cluster has the kind";

/** Chart of Giant Swarm: of those that bring these kinds, its release alone fits into a Secret of Helm's (decision 146). */
export const CHART: AddonChart = {
  repository: "oci://gsoci.azurecr.io/charts/giantswarm",
  name: "gateway-api-crds",
  // Gateway API 1.5.1, for which the load balancer controller 3.5 is made.
  version: "1.8.1",
  kubernetes: { oldest: "1.25" },
  source: "https://github.com/giantswarm/gateway-api-crds-app/blob/main/helm/gateway-api-crds/Chart.yaml",
  known,
  holds: {
    "install > gatewayclasses": { is: ["standard"], because: USED },
    "install > gateways": { is: ["standard"], because: USED },
    "install > httproutes": { is: ["standard"], because: USED },
    "install > grpcroutes": { is: ["standard"], because: USED },
    "install > listenersets": { is: ["standard"], because: "listeners of namespaces are objects of it" },
    "install > referencegrants": { is: ["standard"], because: USED },
  },
};
