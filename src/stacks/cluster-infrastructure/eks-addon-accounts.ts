import type { ClusterConfig } from "../../settings/cluster/cluster";
import type { EksAddonName } from "../../settings/cluster/eks-addons";
import { hasCiliumAlone } from "../../settings/cluster/pod-network";

/** The EKS add-on whose pods have a role whatever the cluster's identity. */
export const FLOW_MONITOR_AGENT: EksAddonName = "aws-network-flow-monitoring-agent";

/** Service account of its pods. */
export const FLOW_MONITOR_ACCOUNT = "aws-network-flow-monitor-agent-service-account";

/** The EKS add-on that gives pods their addresses. */
export const CNI: EksAddonName = "vpc-cni";

/** Service account of its pods. */
export const CNI_ACCOUNT = "aws-node";

/** The EKS add-on without which no pod has a role by Pod Identity. */
const POD_IDENTITY_AGENT: EksAddonName = "eks-pod-identity-agent";

/** Says that the CNI has a role of its own. Without the agent it works with the role of its node. */
export const cniHasRole = ({ eksAddons }: Pick<ClusterConfig, "eksAddons">): boolean =>
  CNI in eksAddons && POD_IDENTITY_AGENT in eksAddons;

/** Says that pods get their addresses by the role of their node. */
export const nodesAssignAddresses = (cluster: Pick<ClusterConfig, "eksAddons" | "podNetwork">): boolean =>
  !cniHasRole(cluster) && !hasCiliumAlone(cluster);
