import type { ArgoCdProject, ClusterKind, ResourceKind } from "../../addons/argo-cd/projects";
import { CHART as CLUSTER_AUTOSCALER } from "../../addons/cluster-autoscaler/chart";
import { CHART as KUBE_PROMETHEUS_STACK } from "../../addons/kube-prometheus-stack/chart";
import { CHART as OAUTH2_PROXY } from "../../addons/oauth2-proxy/chart";
import { CHART as RELOADER } from "../../addons/reloader/chart";
import { CHART as TEMPO } from "../../addons/tempo/chart";
import {
  type DeliverableAddon,
  deliveredAddons,
  projectOfAddon,
} from "../../settings/addon-definition/installed-by";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";

const { services, monitoring } = PLATFORM_NAMESPACES;
const RBAC = "rbac.authorization.k8s.io";
const WEBHOOKS = "admissionregistration.k8s.io";

const kinds = (group: string, ...names: readonly string[]): ResourceKind[] =>
  names.map((kind) => ({ group, kind }));

const named = (name: string, of: readonly ResourceKind[]): ClusterKind[] =>
  of.map((kind) => ({ ...kind, name }));

const ROLES = kinds(RBAC, "Role", "RoleBinding");
const CLUSTER_ROLES = kinds(RBAC, "ClusterRole", "ClusterRoleBinding");

/** Repository and objects of each add-on's chart, and no others. */
const HAS: Readonly<
  Record<
    DeliverableAddon,
    Pick<ArgoCdProject, "clusterKinds" | "namespaceKinds" | "namespaces" | "repositories">
  >
> = {
  clusterAutoscaler: {
    repositories: [CLUSTER_AUTOSCALER.repository],
    namespaces: [services],
    clusterKinds: named("cluster-autoscaler*", CLUSTER_ROLES),
    namespaceKinds: [
      ...kinds("", "Service", "ServiceAccount"),
      ...kinds("apps", "Deployment"),
      ...kinds("monitoring.coreos.com", "ServiceMonitor"),
      ...kinds("policy", "PodDisruptionBudget"),
      ...ROLES,
    ],
  },
  kubePrometheusStack: {
    repositories: [KUBE_PROMETHEUS_STACK.repository],
    namespaces: [monitoring, "kube-system"],
    clusterKinds: named("kube-prometheus-stack-*", [
      ...CLUSTER_ROLES,
      ...kinds(WEBHOOKS, "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"),
    ]),
    namespaceKinds: [
      ...kinds("", "Secret", "Service", "ServiceAccount"),
      ...kinds("apps", "DaemonSet", "Deployment"),
      ...kinds("batch", "Job"),
      ...kinds("monitoring.coreos.com", "Alertmanager", "Prometheus", "PrometheusRule", "ServiceMonitor"),
      ...ROLES,
    ],
  },
  oauth2Proxy: {
    repositories: [OAUTH2_PROXY.repository],
    namespaces: [monitoring],
    clusterKinds: [],
    namespaceKinds: [
      ...kinds("", "ConfigMap", "Secret", "Service", "ServiceAccount"),
      ...kinds("apps", "Deployment"),
      ...kinds("monitoring.coreos.com", "ServiceMonitor"),
      ...kinds("networking.k8s.io", "Ingress"),
    ],
  },
  reloader: {
    repositories: [RELOADER.repository],
    namespaces: [services],
    clusterKinds: named("reloader-*", CLUSTER_ROLES),
    namespaceKinds: [
      ...kinds("", "ServiceAccount"),
      ...kinds("apps", "Deployment"),
      ...kinds("monitoring.coreos.com", "PodMonitor"),
      ...ROLES,
    ],
  },
  tempo: {
    repositories: [TEMPO.repository],
    namespaces: [monitoring],
    clusterKinds: [],
    namespaceKinds: [
      ...kinds("", "ConfigMap", "Service", "ServiceAccount"),
      ...kinds("apps", "StatefulSet"),
      ...kinds("monitoring.coreos.com", "ServiceMonitor"),
    ],
  },
};

/** Repositories that publish charts of add-ons. No team writes to one. */
export const DELIVERED_FROM: readonly string[] = Object.values(HAS).flatMap(
  ({ repositories }) => repositories,
);

/**
 * Project of each add-on that Argo CD installs, for its chart alone. No team's repository is a source of one: who
 * could write a source could do what the add-on may.
 */
export const addonProjects = ({ addons }: ClusterEnvironment): ArgoCdProject[] =>
  deliveredAddons(addons).map((name) => ({
    name: projectOfAddon(name),
    description: `Chart of the add-on ${name}, and nothing else`,
    ...HAS[name],
  }));
