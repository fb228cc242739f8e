/** Minor of a Kubernetes version: 36 for `1.36`, and for `v1.36.2-eksbuild.1`. */
export function kubernetesMinor(version: string): number | undefined {
  const minor = /^v?1\.(\d+)(?:\.|$)/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}
