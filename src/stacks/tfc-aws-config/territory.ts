import type { Environment } from "../../config/environment";
import { ORGANISATION } from "../../config/organisation";
import { workspacesOf } from "../../config/terraform-cloud";
import type { Territory } from "../../terraform-cloud/permissions/territory";

/** AWS's own policies that the stacks attach to roles, and no others. */
const MANAGED_POLICIES = [
  "AmazonEKSClusterPolicy",
  "AmazonEKSVPCResourceController",
  "AmazonEKSWorkerNodePolicy",
  "AmazonEKS_CNI_Policy",
  "AmazonSSMManagedInstanceCore",
  "CloudWatchNetworkFlowMonitorAgentPublishPolicy",
  "AmazonEBSCSIDriverPolicyV2",
];

/** What of its AWS account an environment's stacks make and read. */
export function territoryOf(environment: Environment): Territory {
  const { alarmEmailSecret, cluster, dns, forceDestroy, name, region, services } = environment;

  return {
    accountId: workspacesOf(environment).account,
    region,
    clusterName: cluster.name,
    buckets: [`${cluster.name}-${name}-*`],
    forceDestroy,
    findsZones: dns.parentZone !== undefined,
    secrets: [
      `${cluster.name}/grafana/database`,
      `${ORGANISATION.secretsPrefix}/dex/clients/${cluster.name}/*`,
      ...(services.dex && services.dex.signIn === "password"
        ? [`${ORGANISATION.secretsPrefix}/dex/administrator/${cluster.name}`]
        : []),
      ...(services.grafana ? [`${ORGANISATION.secretsPrefix}/grafana/encryption/${cluster.name}`] : []),
    ],
    readSecrets: alarmEmailSecret === false ? [] : [alarmEmailSecret],
    managedPolicies: MANAGED_POLICIES,
  };
}
