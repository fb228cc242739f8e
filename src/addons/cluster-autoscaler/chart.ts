import type { AddonChart } from "../../settings/addon-definition/chart";
import { CLUSTER_AUTOSCALER_TAGS } from "./image-tags";
import { account, OWN_LIST } from "../../settings/addon-definition/held-values";
import known from "./values.json";

const minors = Object.keys(CLUSTER_AUTOSCALER_TAGS);

/** The autoscaler follows Kubernetes' minors; the chart, which brings one of them, is told which image to take. */
export const CHART: AddonChart = {
  repository: "https://kubernetes.github.io/autoscaler",
  name: "cluster-autoscaler",
  version: "9.59.0",
  // Its image moves with the cluster: these are the minors whose image is known.
  kubernetes: { oldest: minors[0]!, newest: minors.at(-1)! },
  source: "https://github.com/kubernetes/autoscaler/releases",
  record: "src/addons/cluster-autoscaler/image-tags.ts",
  known,
  holds: {
    "rbac > serviceAccount > name": account("cluster-autoscaler"),
    "autoDiscovery > clusterName": "node groups and its permissions have the cluster's name in their tags",
    "autoDiscovery > tags": OWN_LIST,
    autoscalingGroups: "its permissions are for the groups that it finds by the cluster's name",
    awsRegion: "node groups are in the cluster's own region",
    cloudProvider: { is: ["aws"], because: "nodes are EC2 instances" },
    "serviceMonitor > namespace": "its pods and what watches them share a namespace",
  },
};
