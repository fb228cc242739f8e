import type { TerraformStack } from "cdktf";
import { ASSUME } from "../../constructs/role-trust";
import { Capability } from "../../infrastructure/capability";
import type { EksCluster } from "../../infrastructure/eks-cluster";
import { type CapabilityName, selfServiceRoleNames } from "../../names/capability-names";
import { capabilitiesOf } from "../../settings/cluster/eks-capabilities";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { accountOf } from "../../settings/organisation/environment-names";

/** Adds the controllers that EKS runs for the cluster. */
export function addCapabilities(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { name: clusterName }: EksCluster,
): void {
  for (const capability of capabilitiesOf(environment.cluster)) {
    new Capability(stack, `capability-${capability}`, {
      clusterName,
      capability,
      permissions: permissionsOf(capability, environment),
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
