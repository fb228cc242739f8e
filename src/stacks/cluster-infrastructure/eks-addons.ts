import type { TerraformStack } from "cdktf";
import { EKS_ADDONS, type EksAddonName } from "../../settings/cluster/eks-addons";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { podIdentityTrust } from "../../constructs/workload-role";
import type { ManagedAddon, PodIdentity } from "../../infrastructure/eks-addons";
import { ServiceRole } from "../../infrastructure/service-role";
import { workloadRoleName } from "../../names/cluster-names";
import { FLOW_MONITOR_ACCOUNT, FLOW_MONITOR_AGENT } from "./flow-monitor-agent";

type ManagedAddons = Readonly<Record<string, ManagedAddon>>;

/** The EKS managed add-ons that are on: those that nodes need to become Ready, and the others. */
export function managedAddons(
  stack: TerraformStack,
  { cluster }: ClusterEnvironment,
): { readonly beforeNodes: ManagedAddons; readonly withNodes: ManagedAddons } {
  const addons = (Object.keys(cluster.eksAddons) as EksAddonName[]).map(
    (name): [EksAddonName, ManagedAddon] => [
      name,
      {
        version: cluster.eksAddons[name]!.version,
        configuration: EKS_ADDONS[name].configuration,
        podIdentity: name === FLOW_MONITOR_AGENT ? flowMonitorAgent(stack, cluster.name) : undefined,
      },
    ],
  );
  const thoseThat = (early: boolean) =>
    Object.fromEntries(addons.filter(([name]) => (EKS_ADDONS[name].beforeNodes ?? false) === early));

  return { beforeNodes: thoseThat(true), withNodes: thoseThat(false) };
}

/** The agent signs in by Pod Identity whatever the cluster's own choice: EKS offers it nothing else. */
function flowMonitorAgent(stack: TerraformStack, clusterName: string): PodIdentity {
  const serviceAccount = FLOW_MONITOR_ACCOUNT;
  const role = new ServiceRole(stack, "flow-monitor-agent", {
    name: workloadRoleName(serviceAccount, clusterName),
    description: `Assumed by service account ${serviceAccount} in ${clusterName}`,
    trust: podIdentityTrust({ clusterName, namespace: "amazon-network-flow-monitor", serviceAccount }),
    managedPolicies: ["CloudWatchNetworkFlowMonitorAgentPublishPolicy"],
  });
  return { serviceAccount, role };
}
