import type { AddonChart } from "../../settings/addon-definition/chart";
import { account, OWN_LIST } from "../../settings/addon-definition/held-values";
import known from "./values.json";

export const CHART: AddonChart = {
  repository: "https://kubernetes-sigs.github.io/external-dns",
  name: "external-dns",
  version: "1.21.1",
  kubernetes: { oldest: "1.21" },
  source: "https://github.com/kubernetes-sigs/external-dns#kubernetes-version-compatibility",
  crds: {
    names: ["dnsendpoints.externaldns.k8s.io"],
    digest: "d05a4e64d3037fe5",
  },
  known,
  holds: {
    "serviceAccount > name": account("external-dns"),
    domainFilters: "its permissions are for the cluster's zone alone",
    provider: { is: ["aws", { name: "aws" }], because: "the cluster's zone is one of Route 53" },
    registry: { is: ["txt"], because: "it knows its own records by those beside them" },
    txtOwnerId: "it knows its own records by the cluster's name",
    txtPrefix: "it knows its own records by the names of those beside them",
    txtSuffix: "it knows its own records by the names of those beside them",
    namespaced: {
      is: [false],
      because: "Ingresses of the platform and of applications are in several namespaces",
    },
    env: OWN_LIST,
    extraArgs: OWN_LIST,
  },
};
