import type { EksAddonName } from "../../settings/cluster/eks-addons";

/** The EKS add-on whose pods have a role whatever the cluster's identity. */
export const FLOW_MONITOR_AGENT: EksAddonName = "aws-network-flow-monitoring-agent";

/** Service account of its pods. */
export const FLOW_MONITOR_ACCOUNT = "aws-network-flow-monitor-agent-service-account";
