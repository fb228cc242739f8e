/**
 * Kubernetes minors that EKS offers, in standard or extended support, oldest first.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 */
export const KUBERNETES_VERSIONS: readonly string[] = ["1.31", "1.32", "1.33", "1.34", "1.35", "1.36"];

/** Minor of a Kubernetes version: 36 for `1.36`, and for `v1.36.2-eksbuild.1`. */
export function kubernetesMinor(version: string): number | undefined {
  const minor = /^v?1\.(\d+)(?:\.|$)/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}
