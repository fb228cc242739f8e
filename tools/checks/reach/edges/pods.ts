import type { Inventory } from "../inventory";
import { namespacesOf, type Permission } from "../permissions";
import type { Gain } from "../targets";

/** Kinds of which a controller or the kubelet makes pods, by API group. */
export const POD_MAKERS: Readonly<Record<string, readonly string[]>> = {
  "": ["pods", "replicationcontrollers"],
  apps: ["deployments", "statefulsets", "daemonsets", "replicasets"],
  batch: ["jobs", "cronjobs"],
  "argoproj.io": [
    "workflows",
    "cronworkflows",
    "workflowtemplates",
    "workfloweventbindings",
    "workflowtasksets",
    "rollouts",
    "sensors",
    "eventsources",
    "analysisruns",
    "analysistemplates",
  ],
  "monitoring.coreos.com": ["prometheuses", "prometheusagents", "alertmanagers", "thanosrulers"],
};

const CHANGE = ["create", "update", "patch"];

/** Pods of a namespace, by making or changing anything of which pods are made. */
export const makePods = (permissions: readonly Permission[], inventory: Inventory): Gain[] =>
  Object.entries(POD_MAKERS).flatMap(([group, resources]) =>
    resources.flatMap((resource) =>
      namespacesOf(permissions, { verbs: CHANGE, group, resource }, inventory).map(({ namespace }): Gain => ({
        target: { kind: "pods", namespace },
        how: `makes or changes ${resource} in ${namespace}`,
      })),
    ),
  );

/**
 * Ways into pods that run. Reading suffices before Kubernetes 1.35: a WebSocket is opened with `get`.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
const WAYS_IN: Readonly<Record<string, readonly string[]>> = {
  "pods/exec": ["create", "get"],
  "pods/attach": ["create", "get"],
  "pods/ephemeralcontainers": ["update", "patch"],
};

/** Pods of a namespace, by running programs in those that are there. */
export const enterPods = (permissions: readonly Permission[], inventory: Inventory): Gain[] =>
  Object.entries(WAYS_IN).flatMap(([resource, verbs]) =>
    namespacesOf(permissions, { verbs, group: "", resource }, inventory).map(({ namespace }): Gain => ({
      target: { kind: "pods", namespace },
      how: `uses ${resource} in ${namespace}`,
    })),
  );

/** Ports of pods that the API server opens, past network policies and the proxies that ask who calls. */
const CONNECTIONS: Readonly<Record<string, readonly string[]>> = {
  "pods/portforward": ["create", "get"],
  "pods/proxy": ["create", "delete", "get", "patch", "update"],
  "services/proxy": ["create", "delete", "get", "patch", "update"],
};

/** Ports of a namespace's pods, called through the API server. */
export const callPods = (permissions: readonly Permission[], inventory: Inventory): Gain[] =>
  Object.entries(CONNECTIONS).flatMap(([resource, verbs]) =>
    namespacesOf(permissions, { verbs, group: "", resource }, inventory).map(({ namespace }): Gain => ({
      target: { kind: "connections", namespace },
      how: `calls programs by ${resource} in ${namespace}`,
    })),
  );
