/** Labels under the cluster's zone that the platform's own Ingresses have. */
export const PLATFORM_HOSTS: readonly string[] = [
  "alertmanager",
  "argo",
  "argo-workflows",
  "dex",
  "grafana",
  "prometheus",
];
