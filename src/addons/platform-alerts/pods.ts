import type { AlertGroup } from "./alert-rule";
import { PLATFORM } from "./alert-rule";

const UNSCHEDULABLE = "kube_pod_status_unschedulable";
const PULL_FAILS = 'reason=~"ErrImagePull|ImagePullBackOff|InvalidImageName"';

const unschedulable = (namespace: string, pod: string) =>
  `${UNSCHEDULABLE}{namespace="${namespace}",pod="${pod}"}`;
const waiting = (pod: string, reason: string) =>
  `kube_pod_container_status_waiting_reason{namespace="apps",pod="${pod}",container="app",reason="${reason}"}`;

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
      cases: [
        {
          when: "two pods of applications wait",
          series: { [unschedulable("apps", "a")]: "1x60", [unschedulable("apps", "b")]: "1x60" },
          at: "45m",
          alerts: [
            {
              severity: "warning",
              since: "15m",
              labels: { namespace: "apps" },
              description: "Pods without a suitable node in namespace apps: 2.",
            },
          ],
        },
        {
          when: "a pod of the platform waits",
          series: { [unschedulable("monitoring", "a")]: "1x60" },
          at: "45m",
          alerts: [
            {
              severity: "page",
              since: "30m",
              labels: { namespace: "monitoring" },
              description: "Pods without a suitable node in namespace monitoring: 1.",
            },
            {
              severity: "warning",
              since: "15m",
              labels: { namespace: "monitoring" },
              description: "Pods without a suitable node in namespace monitoring: 1.",
            },
          ],
        },
        {
          when: "a pod waits for five minutes, until there is a new node",
          series: { [unschedulable("apps", "a")]: "1x5 _x55" },
          at: "45m",
          alerts: [],
        },
      ],
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
      cases: [
        {
          when: "an image is not there",
          series: {
            // The reason alternates while the kubelet retries.
            [waiting("a", "ErrImagePull")]: "1 _ 1 _ 1 _ 1 _ 1 _ 1 _ 1 _ 1 _ 1 _ 1 _ 1 _",
            [waiting("a", "ImagePullBackOff")]: "_ 1 _ 1 _ 1 _ 1 _ 1 _ 1 _ 1 _ 1 _ 1 _ 1 _ 1",
          },
          at: "20m",
          alerts: [
            {
              severity: "warning",
              since: "15m",
              labels: { namespace: "apps", pod: "a", container: "app" },
              description: "Container app in pod apps/a waits for an image that cannot be pulled.",
            },
          ],
        },
        {
          when: "a container waits for something else",
          series: { [waiting("a", "ContainerCreating")]: "1x30" },
          at: "20m",
          alerts: [],
        },
      ],
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
      cases: [
        {
          when: "five pods wait",
          series: Object.fromEntries(
            ["a", "b", "c", "d", "e"].map((pod) => [waiting(pod, "ImagePullBackOff"), "1x30"]),
          ),
          at: "15m",
          alerts: [
            {
              severity: "page",
              since: "10m",
              labels: {},
              description: "Number of pods that wait for an image: 5.",
            },
          ],
        },
        {
          when: "four pods wait",
          series: Object.fromEntries(
            ["a", "b", "c", "d"].map((pod) => [waiting(pod, "ErrImagePull"), "1x30"]),
          ),
          at: "15m",
          alerts: [],
        },
      ],
    },
  ],
};
