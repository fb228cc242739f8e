/** Place of the workload by which `npm run verify-cluster` tries a cluster. It is there for minutes, and no longer. */
export const CLUSTER_CHECK = {
  namespace: "cluster-check",

  /** Label of its host under the cluster's zone. */
  host: "cluster-check",

  /**
   * Server that says what it was told, and knocks at ports.
   *
   * @see https://github.com/kubernetes/kubernetes/tree/master/test/images/agnhost
   */
  repository: "registry.k8s.io/e2e-test-images/agnhost",
} as const;
