import type { AddonChart } from "../../settings/addon-definition/chart";
import { CLUSTER_AUTOSCALER_TAGS } from "./image-tags";
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
};
