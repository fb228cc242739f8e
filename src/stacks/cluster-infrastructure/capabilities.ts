import type { TerraformStack } from "cdktf";
import { ASSUME } from "../../constructs/role-trust";
import { Capability, type CapabilityProps } from "../../infrastructure/capability";
import type { EksCluster } from "../../infrastructure/eks-cluster";
import { CAPABILITIES, type CapabilityName, selfServiceRoleNames } from "../../names/capability-names";
import { capabilitiesOf, type EksCapabilities } from "../../settings/cluster/eks-capabilities";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { EKS_ARGO_CD_NAMESPACE } from "../../settings/namespaces/namespaces";
import { accountOf } from "../../settings/organisation/environment-names";

/** Adds the controllers that EKS runs for the cluster. */
export function addCapabilities(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { name: clusterName }: EksCluster,
): void {
  for (const capability of capabilitiesOf(environment.cluster)) {
    new Capability(stack, `capability-${CAPABILITIES[capability]}`, {
      clusterName,
      capability,
      permissions: permissionsOf(capability, environment),
      argoCd: capability === "argoCd" ? argoCdOf(environment.cluster.eksCapabilities) : undefined,
    });
  }
}

/** Permissions of a capability's own role. ACK's makes nothing itself: it assumes the role of the namespace. */
const permissionsOf = (capability: CapabilityName, environment: ClusterEnvironment) =>
  capability === "ack"
    ? [
        {
          actions: ASSUME,
          resources: [
            `arn:aws:iam::${accountOf(environment)}:role/${selfServiceRoleNames(environment.cluster.name)}`,
          ],
        },
      ]
    : [];

/** Configuration of Argo CD: people by the groups of Identity Center. */
function argoCdOf({ argoCd }: EksCapabilities): CapabilityProps["argoCd"] {
  if (argoCd === false) {
    return undefined;
  }
  const { identityCenter, admins, editors = [], viewers = [], endpoints } = argoCd;
  const { instanceArn, region } = identityCenter;
  return {
    namespace: EKS_ARGO_CD_NAMESPACE,
    awsIdc: [{ idcInstanceArn: instanceArn, ...(region !== undefined && { idcRegion: region }) }],
    ...(endpoints !== undefined && { networkAccess: [{ vpceIds: [...endpoints] }] }),
    rbacRoleMapping: Object.entries({ ADMIN: admins, EDITOR: editors, VIEWER: viewers })
      .filter(([, groups]) => groups.length > 0)
      .map(([role, groups]) => ({ role, identity: groups.map((id) => ({ id, type: "SSO_GROUP" })) })),
  };
}
