import { DataAwsEksCluster } from "@cdktf/provider-aws/lib/data-aws-eks-cluster";
import { DataAwsEksClusters } from "@cdktf/provider-aws/lib/data-aws-eks-clusters";
import { Fn, type Precondition, Token } from "cdktf";
import type { Construct } from "constructs";
import { addressOf } from "./terraform-expression";

/**
 * Stops a plan that would take a cluster back from access entries to the `aws-auth` ConfigMap, which EKS
 * refuses half-way through an apply. Reads the cluster's present mode, if it exists.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html
 * @returns none for mode `API`, which every cluster can move to
 */
export function oneWayAuthentication(
  scope: Construct,
  clusterName: string,
  wanted: "API" | "API_AND_CONFIG_MAP" | "CONFIG_MAP",
): Precondition[] {
  if (wanted === "API") {
    return [];
  }
  const clusters = new DataAwsEksClusters(scope, "existing-clusters");
  const current = new DataAwsEksCluster(scope, "current", {
    name: clusterName,
    count: Token.asNumber(Fn.conditional(Fn.contains(clusters.names, clusterName), 1, 0)),
  });
  const later = wanted === "CONFIG_MAP" ? ["API", "API_AND_CONFIG_MAP"] : ["API"];

  return [
    {
      condition: `\${alltrue([for cluster in ${addressOf(current)} : !contains(${JSON.stringify(later)}, cluster.access_config[0].authentication_mode)])}`,
      errorMessage: `cluster.authenticationMode: expected a mode no earlier than the one the cluster has, got "${wanted}"; EKS never goes back from access entries to aws-auth.`,
    },
  ];
}
