import type { TerraformStack } from "cdktf";
import {
  EKS_ADDONS,
  type EksAddon,
  type EksAddonConfiguration,
  type EksAddonName,
} from "../../settings/cluster/eks-addons";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { podIdentityTrust } from "../../constructs/workload-role";
import type { ManagedAddon, PodIdentity } from "../../infrastructure/eks-addons";
import { STARTUP_TAINT } from "../../infrastructure/node-user-data";
import { ServiceRole } from "../../infrastructure/service-role";
import { workloadRoleName } from "../../names/cluster-names";
import { CNI, CNI_ACCOUNT, cniHasRole, FLOW_MONITOR_ACCOUNT, FLOW_MONITOR_AGENT } from "./eks-addon-accounts";

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
        configuration: configurationOf(cluster, name),
        podIdentity: podIdentityOf(stack, cluster, name),
      },
    ],
  );
  const thoseThat = (early: boolean) =>
    Object.fromEntries(addons.filter(([name]) => (EKS_ADDONS[name].beforeNodes ?? false) === early));

  return { beforeNodes: thoseThat(true), withNodes: thoseThat(false) };
}

/**
 * Configuration of an add-on: the platform's, under the cluster's own. EKS waits for its Deployments, which must start
 * before the driver that removes the start-up taint is there.
 */
function configurationOf(
  { nodeGroups, eksAddons }: ClusterEnvironment["cluster"],
  name: EksAddonName,
): EksAddonConfiguration | undefined {
  const { configuration, tolerations }: EksAddon = EKS_ADDONS[name];
  const own = eksAddons[name]?.configuration;
  const startup = tolerations && Object.values(nodeGroups).some(({ startupTaint }) => startupTaint);
  return configuration || startup || own
    ? { ...configuration, ...(startup && { tolerations: STARTUP_TOLERATIONS }), ...own }
    : undefined;
}

/** CoreDNS's own, and the start-up taint. A list replaces the add-on's. */
const STARTUP_TOLERATIONS: readonly EksAddonConfiguration[] = [
  { key: "CriticalAddonsOnly", operator: "Exists" },
  { key: "node-role.kubernetes.io/control-plane", effect: "NoSchedule" },
  { ...STARTUP_TAINT, operator: "Exists" },
];

/** Pods of EKS's add-ons sign in by Pod Identity whatever the cluster's own choice. */
function podIdentityOf(
  stack: TerraformStack,
  cluster: ClusterEnvironment["cluster"],
  addon: EksAddonName,
): PodIdentity | undefined {
  if (addon === FLOW_MONITOR_AGENT) {
    return identityOf(stack, "flow-monitor-agent", {
      clusterName: cluster.name,
      namespace: "amazon-network-flow-monitor",
      serviceAccount: FLOW_MONITOR_ACCOUNT,
      managedPolicy: "CloudWatchNetworkFlowMonitorAgentPublishPolicy",
    });
  }
  return addon === CNI && cniHasRole(cluster)
    ? identityOf(stack, "cni", {
        clusterName: cluster.name,
        namespace: "kube-system",
        serviceAccount: CNI_ACCOUNT,
        managedPolicy: "AmazonEKS_CNI_Policy",
      })
    : undefined;
}

interface AddonPod {
  readonly clusterName: string;
  readonly namespace: string;
  readonly serviceAccount: string;

  /** Name of AWS's own policy. */
  readonly managedPolicy: string;
}

function identityOf(stack: TerraformStack, id: string, { managedPolicy, ...pod }: AddonPod): PodIdentity {
  const { clusterName, serviceAccount } = pod;
  const role = new ServiceRole(stack, id, {
    name: workloadRoleName(serviceAccount, clusterName),
    description: `Assumed by service account ${serviceAccount} in ${clusterName}`,
    trust: podIdentityTrust(pod),
    managedPolicies: [managedPolicy],
  });
  return { serviceAccount, role };
}
