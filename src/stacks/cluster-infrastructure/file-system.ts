import type { TerraformStack } from "cdktf";
import type { ClusterSubnets } from "../../infrastructure/cluster-subnets";
import { FileSystem } from "../../infrastructure/file-system";
import { workloadRoleName } from "../../names/cluster-names";
import type { ClusterEnvironment } from "../../settings/environment/environment";

interface Surroundings {
  readonly accountId: string;
  readonly vpcId: string;
  readonly network: ClusterSubnets;
  readonly securityGroupId: string;
}

/** Adds the file system whose folders pods share; `false` in a cluster without the driver. */
export const addFileSystem = (
  stack: TerraformStack,
  { addons, cluster, deletionProtection }: ClusterEnvironment,
  { network, securityGroupId, ...around }: Surroundings,
): FileSystem | false =>
  addons.efsCsiDriver !== false &&
  new FileSystem(stack, "file-system", {
    ...around,
    name: `${cluster.name}-file-system`,
    subnetIds: network.privateSubnetIdsByZone,
    clientSecurityGroupId: securityGroupId,
    mountedBy: workloadRoleName("efs-csi-node-sa", cluster.name),
    protected: deletionProtection === true,
  });
