import type { AlertCases } from "./alert-case.cases";
import { UNSCHEDULABLE } from "./pods";

const unschedulable = (namespace: string, pod: string) =>
  `${UNSCHEDULABLE}{namespace="${namespace}",pod="${pod}"}`;

const waiting = (pod: string, reason: string) =>
  `kube_pod_container_status_waiting_reason{namespace="apps",pod="${pod}",container="app",reason="${reason}"}`;

/** Evidence for rules about pods that do not start. */
export const PODS_CASES: AlertCases = {
  PodsPending: [
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
  ImagePullFailing: [
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
  ManyImagePullsFailing: [
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
      series: Object.fromEntries(["a", "b", "c", "d"].map((pod) => [waiting(pod, "ErrImagePull"), "1x30"])),
      at: "15m",
      alerts: [],
    },
  ],
};
