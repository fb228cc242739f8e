import type { AddonProps } from "../../constructs/addon";
import { EVICT_UNHEALTHY_PODS, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import type { Cluster } from "../../constructs/cluster";
import type { HelmValues } from "../../constructs/helm-values";
import { INGRESS_CLASS } from "../../names/ingress-classes";
import { internetFacingIngress } from "../../constructs/internet-facing-ingress";
import { mirroredImageParts } from "../../constructs/registries";
import { DASHBOARD_LABEL, FOLDER_ANNOTATION, READER_ROLE } from "./dashboard-files";
import { RESTRICTED } from "./hardening";

/** Its pods, and the sidecar that brings them dashboards. */
export const deployment = ({
  replicas,
  registries,
}: Pick<AddonProps, "replicas" | "registries">): HelmValues => ({
  image: mirroredImageParts(registries, "docker.io/grafana/grafana"),
  replicas,
  ...(replicas > 1 && { podDisruptionBudget: { minAvailable: replicas - 1, ...EVICT_UNHEALTHY_PODS } }),
  topologySpreadConstraints: topologySpread({ "app.kubernetes.io/name": "grafana" }),
  priorityClassName: PRIORITY_CLASS,
  resources: { requests: { cpu: "100m", memory: "256Mi" }, limits: { memory: "1Gi" } },
  serviceMonitor: { enabled: true },
  testFramework: { enabled: false },
  // Takes up new credentials, where Reloader runs.
  annotations: { "reloader.stakater.com/auto": "true" },
  rbac: { namespaced: true, useExistingRole: READER_ROLE },
  sidecar: {
    image: mirroredImageParts(registries, "quay.io/kiwigrid/k8s-sidecar"),
    securityContext: RESTRICTED,
    resources: { requests: { cpu: "10m", memory: "96Mi" }, limits: { memory: "192Mi" } },
    dashboards: {
      enabled: true,
      resource: "configmap",
      label: DASHBOARD_LABEL,
      labelValue: "1",
      folderAnnotation: FOLDER_ANNOTATION,
      folder: "/var/lib/grafana-dashboards",
      // Grafana looks for new files itself. Telling it to would take an administrator's password.
      skipReload: true,
      provider: { foldersFromFilesStructure: true },
    },
  },
});

/**
 * Storage of Grafana: none beside a database. A volume is one node's, so the old pod has to go before the new
 * one starts.
 */
export const storage = (hasDatabase: boolean): HelmValues =>
  !hasDatabase
    ? {
        persistence: { enabled: true, type: "pvc", size: "5Gi", storageClassName: "ebs-gp3" },
        deploymentStrategy: { type: "Recreate" },
      }
    : { persistence: { enabled: false } };

/** Name of the answer that the load balancer gives itself. */
const NOT_FOUND = "not-found";

/** Ingress with its public address. The load balancer answers requests for Grafana's own metrics with 404. */
export const ingress = (
  host: string,
  { cluster, loadBalancerName }: { readonly cluster: Cluster; readonly loadBalancerName: string },
): HelmValues => ({
  enabled: true,
  ingressClassName: INGRESS_CLASS,
  annotations: {
    ...internetFacingIngress({
      loadBalancerName,
      healthCheckPath: "/api/health",
      visitors: cluster.administrators,
      addressPool: cluster.addressPool,
    }),
    [`alb.ingress.kubernetes.io/actions.${NOT_FOUND}`]: JSON.stringify({
      type: "fixed-response",
      fixedResponseConfig: { contentType: "text/plain", statusCode: "404" },
    }),
  },
  hosts: [host],
  extraPaths: [
    {
      path: "/metrics",
      pathType: "Exact",
      backend: { service: { name: NOT_FOUND, port: { name: "use-annotation" } } },
    },
  ],
});
