import type { AddonChart } from "../../settings/addon-definition/chart";
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
};
