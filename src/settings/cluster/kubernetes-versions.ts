/**
 * Kubernetes minors that EKS offers, in standard or extended support, oldest first.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 */
export const KUBERNETES_VERSIONS: readonly string[] = ["1.31", "1.32", "1.33", "1.34", "1.35", "1.36"];
