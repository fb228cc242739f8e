import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { Fn, type TerraformStack } from "cdktf";
import type { Cluster } from "./cluster";

/** Address and credentials of the Kubernetes API for a provider. */
export interface KubernetesConnection {
  readonly host: string;
  readonly clusterCaCertificate: string;
  readonly token: string;
}

/**
 * Gives a stack the Kubernetes provider, signed in to the cluster as the role that runs Terraform. Returns
 * the connection for other providers that need one (`new HelmProvider(stack, "helm", { kubernetes: connection
 * })`).
 */
export function signInToCluster(stack: TerraformStack, cluster: Cluster): KubernetesConnection {
  const connection = connectToCluster(stack, cluster);
  new KubernetesProvider(stack, "kubernetes", connection);
  return connection;
}

/**
 * Connection of a stack whose only provider of Kubernetes is another, such as Helm's.
 *
 * The token is an ephemeral resource: no state and no plan holds it, and Terraform makes it again when it
 * applies a plan later. It lives for 15 minutes and is not renewed, so releases that wait for each other in
 * one apply must fit into that: decision 44.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/ephemeral-resources/eks_cluster_auth
 */
export function connectToCluster(
  stack: TerraformStack,
  { name, endpoint, certificateAuthority }: Cluster,
): KubernetesConnection {
  // CDKTF 0.21 has no class for ephemeral resources.
  stack.addOverride("ephemeral.aws_eks_cluster_auth.cluster", { name });

  return {
    host: endpoint,
    clusterCaCertificate: Fn.base64decode(certificateAuthority),
    token: "${ephemeral.aws_eks_cluster_auth.cluster.token}",
  };
}
