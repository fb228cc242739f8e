import { Manifests } from "../../constructs/manifests";
import { EKS_ARGO_CD_NAMESPACE } from "../../settings/namespaces/namespaces";
import { clusterArn } from "../cluster-arn";
import type { Delivered } from "./delivery";
import type { Platform } from "./platform";

/**
 * Tells the Argo CD that EKS runs of its own cluster, after the policies, so that they judge what it deploys. The Secret holds no
 * credential: Argo CD signs in by its role.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/argocd-register-clusters.html
 */
export function registerCluster(
  { stack, environment, shared }: Platform,
  { guards }: Pick<Delivered, "guards">,
): void {
  if (environment.cluster.gitops !== "eks-argo-cd") {
    return;
  }
  const { name } = environment.cluster;
  new Manifests(stack, "eks-argo-cd", {
    namespace: shared.namespace,
    releaseName: "eks-argo-cd",
    after: [...guards],
    objects: [
      {
        apiVersion: "v1",
        kind: "Secret",
        metadata: {
          name: `cluster-${name}`,
          namespace: EKS_ARGO_CD_NAMESPACE,
          labels: { "argocd.argoproj.io/secret-type": "cluster" },
        },
        type: "Opaque",
        stringData: { name, server: clusterArn(environment) },
      },
    ],
  });
}
