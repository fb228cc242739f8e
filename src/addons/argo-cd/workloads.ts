import type { Construct } from "constructs";
import type { Cluster } from "../../constructs/cluster";
import type { HelmValues } from "../../constructs/helm-values";
import type { Manifest } from "../../constructs/manifests";
import type { Conversation } from "../../constructs/network-peers";
import { ASSUME } from "../../constructs/role-trust";
import { WorkloadRole } from "../../constructs/workload-role";
import { HUB_ACCOUNTS } from "../../settings/environment/hub";

/** Cluster that an Argo CD outside it deploys to. */
export interface Workload {
  /** Name in Argo CD. */
  readonly name: string;

  /** Name in EKS, for which its API wants a token. */
  readonly clusterName: string;
  readonly organisation: string;
  readonly region: string;

  /** Address of its API, `https://…`. */
  readonly endpoint: string;

  /** Certificate of the authority of its API, in base64. */
  readonly certificateAuthority: string;

  /** ARN of the role by which Argo CD signs in to it. */
  readonly roleArn: string;

  /** Namespaces that Argo CD sees there. */
  readonly namespaces: readonly string[];

  /** Ranges in which its API answers; `undefined` for one on the internet. */
  readonly reachedAt: readonly string[] | undefined;
}

/**
 * Secret by which Argo CD knows a cluster. It holds no credential: Argo CD takes a role for each call, and the token that it
 * signs lives for minutes.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#eks
 */
export const clusterSecret = (
  { name, clusterName, organisation, region, endpoint, certificateAuthority, roleArn, namespaces }: Workload,
  namespace: string,
): Manifest => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: {
    name: `cluster-${name}`,
    namespace,
    labels: { "argocd.argoproj.io/secret-type": "cluster", cluster: name, organisation, region },
  },
  type: "Opaque",
  stringData: {
    name,
    server: endpoint,
    namespaces: namespaces.join(","),
    clusterResources: "false",
    config: JSON.stringify({
      awsAuthConfig: { clusterName, roleARN: roleArn },
      tlsClientConfig: { insecure: false, caData: certificateAuthority },
    }),
  },
});

/** Roles of the parts that call workload clusters, in the order of the parts: they may take the roles there, and nothing else. */
export const rolesOfParts = (
  scope: Construct,
  cluster: Cluster,
  namespace: string,
  workloads: readonly Workload[],
): WorkloadRole[] =>
  workloads.length === 0
    ? []
    : HUB_ACCOUNTS.map(
        (serviceAccount) =>
          new WorkloadRole(scope, serviceAccount, {
            cluster,
            namespace,
            serviceAccount,
            permissions: [
              {
                actions: ASSUME,
                resources: workloads.map(({ roleArn }) => roleArn),
              },
            ],
          }),
      );

/** Service accounts of those parts, as the chart takes them. */
export function accountsOfParts([controller, server]: readonly WorkloadRole[]): {
  readonly controller: HelmValues;
  readonly server: HelmValues;
} {
  return {
    controller: controller ? { serviceAccount: controller.helmValues } : {},
    server: server ? { serviceAccount: server.helmValues } : {},
  };
}

/** Calls of those parts: AWS, which gives them the roles, and the APIs. */
export function callsToWorkloads(workloads: readonly Workload[]): readonly Conversation[] {
  if (workloads.length === 0) {
    return [];
  }
  const inside = workloads.flatMap(({ reachedAt = [] }) => reachedAt);
  return [
    { with: "aws" },
    ...(workloads.some(({ reachedAt }) => reachedAt === undefined) ? [{ with: "internet" as const }] : []),
    ...(inside.length > 0 ? [{ with: { cidrs: inside }, ports: [443] }] : []),
  ];
}
