/** Beginning of what the chart names, whatever its release is called. */
export const NAME = "argocd";

/** Service account of the controller that applies what charts hold, as Kubernetes calls it. */
export const accountOfController = (namespace: string): string =>
  `system:serviceaccount:${namespace}:${NAME}-application-controller`;
