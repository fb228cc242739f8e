import type { EksCluster } from "../../infrastructure/eks-cluster";
import type { ClusterSubnets } from "../../infrastructure/cluster-subnets";
import type { EksAddonConfiguration } from "../../settings/cluster/eks-addons";
import { hasCiliumAlone } from "../../settings/cluster/pod-network";
import { POD_SUBNET_VARIABLES } from "../../settings/cluster/eks-addons";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { hasPodSubnets } from "../../settings/network/subnets";

/**
 * Configuration by which the CNI gives pods addresses of their own subnets: an ENIConfig for each zone, which a node takes
 * by the label of its zone. `undefined` where pods have addresses beside their nodes.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-custom-network.html
 */
export function podNetworkOf(
  { cluster, network: settings, region }: ClusterEnvironment,
  { securityGroupId }: EksCluster,
  { podSubnetIdsByZone }: ClusterSubnets,
): EksAddonConfiguration | undefined {
  return hasPodSubnets(settings) && !hasCiliumAlone(cluster)
    ? {
        env: {
          [POD_SUBNET_VARIABLES.on]: "true",
          [POD_SUBNET_VARIABLES.label]: "topology.kubernetes.io/zone",
        },
        eniConfig: {
          create: true,
          region,
          subnets: Object.fromEntries(
            Object.entries(podSubnetIdsByZone).map(([letter, id]) => [
              settings.zones[letter] ?? letter,
              { id, securityGroups: [securityGroupId] },
            ]),
          ),
        },
      }
    : undefined;
}
