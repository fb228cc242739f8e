/**
 * Tag of the cluster autoscaler's image for each Kubernetes minor. It schedules pods in its head as the cluster's own
 * scheduler would, so upstream supports each of its minors with the same minor of Kubernetes only.
 *
 * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/README.md#releases
 */
export const CLUSTER_AUTOSCALER_TAGS: Readonly<Record<string, string>> = {
  "1.31": "v1.31.5",
  "1.32": "v1.32.7",
  "1.33": "v1.33.6",
  "1.34": "v1.34.5",
  "1.35": "v1.35.2",
  "1.36": "v1.36.1",
};
