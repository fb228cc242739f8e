import type { AlertGroup } from "./alert-rule";
import { PLATFORM } from "./alert-rule";

export const UNSCHEDULABLE = "kube_pod_status_unschedulable";
const PULL_FAILS = 'reason=~"ErrImagePull|ImagePullBackOff|InvalidImageName"';

/** Rules about pods that do not start. */
export const PODS: AlertGroup = {
  name: "pods",
  rules: [
    {
      name: "PodsPending",
      summary: "Pods wait for a node with enough room.",
      description: "Pods without a suitable node in namespace {{ $labels.namespace }}: {{ $value }}.",
      impact: "Applications run with fewer replicas than they ask for, or not at all.",
      firstLook: "Describe a waiting pod first and read its FailedScheduling event.",
      levels: {
        warning: { expr: `sum by (namespace) (${UNSCHEDULABLE}) > 0`, for: "15m" },
        page: { expr: `sum by (namespace) (${UNSCHEDULABLE}{${PLATFORM}}) > 0`, for: "30m" },
      },
    },
    {
      name: "ImagePullFailing",
      summary: "A container cannot start because its image cannot be pulled.",
      description:
        "Container {{ $labels.container }} in pod {{ $labels.namespace }}/{{ $labels.pod }} waits for an image that cannot be pulled.",
      impact: "The pod's application keeps its old version or has fewer replicas.",
      firstLook: "Describe the pod first and read the error of the pull.",
      levels: {
        warning: {
          expr:
            "max by (namespace, pod, container) " +
            `(kube_pod_container_status_waiting_reason{${PULL_FAILS}} or ` +
            `kube_pod_init_container_status_waiting_reason{${PULL_FAILS}}) == 1`,
          for: "15m",
        },
      },
    },
    {
      name: "ManyImagePullsFailing",
      summary: "Many pods cannot start because their images cannot be pulled.",
      description: "Number of pods that wait for an image: {{ $value }}.",
      impact: "Running pods are not affected; deployments and replaced nodes do not come up.",
      firstLook: "Find first which registry the failing images share.",
      levels: {
        page: {
          expr: `count(count by (namespace, pod) (kube_pod_container_status_waiting_reason{${PULL_FAILS}} == 1)) > 4`,
          for: "10m",
        },
      },
    },
  ],
};
