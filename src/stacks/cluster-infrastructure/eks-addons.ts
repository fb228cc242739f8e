import type { TerraformStack } from "cdktf";
import {
  EKS_ADDONS,
  type EksAddon,
  type EksAddonConfiguration,
  type EksAddonName,
  ENFORCING_MODE,
  isOnRequest,
} from "../../settings/cluster/eks-addons";
import { hasFargate } from "../../settings/cluster/compute/compute";
import { closesKubeSystem, hasCilium } from "../../settings/cluster/pod-network";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { Permission } from "../../constructs/iam-policy";
import { podIdentityTrust } from "../../constructs/workload-role";
import type { AddonOfEks, PodIdentity } from "../../infrastructure/eks-addons";
import { STARTUP_TAINT } from "../../infrastructure/node-user-data";
import { ServiceRole } from "../../infrastructure/service-role";
import { workloadRoleName } from "../../names/cluster-names";
import { CNI, CNI_ACCOUNT, cniHasRole, FLOW_MONITOR_ACCOUNT, FLOW_MONITOR_AGENT } from "./eks-addon-accounts";

type ManagedAddons = Readonly<Record<string, AddonOfEks>>;

/**
 * Moment from which an add-on can start: nodes need it, it needs nodes, it needs nodes and network policies, or it comes with
 * the platform's own add-ons.
 */
export type Moment = "before-nodes" | "with-nodes" | "after-policies" | "with-services";

/**
 * The EKS managed add-ons that are on and can start from a moment on. The CNI is told of the pods' own subnets, if they
 * have any.
 */
export const managedAddons = (
  stack: TerraformStack,
  { cluster }: ClusterEnvironment,
  moment: Moment,
  podNetwork?: EksAddonConfiguration,
): ManagedAddons =>
  Object.fromEntries(
    (Object.keys(cluster.eksAddons) as EksAddonName[])
      .filter((name) => momentOf(name, cluster) === moment)
      .map((name): [EksAddonName, AddonOfEks] => [
        name,
        {
          version: cluster.eksAddons[name]!.version,
          configuration: configurationOf(cluster, name, podNetwork),
          podIdentity: podIdentityOf(stack, cluster, name),
        },
      ]),
  );

function momentOf(name: EksAddonName, cluster: ClusterEnvironment["cluster"]): Moment {
  const { beforeNodes, selectable }: EksAddon = EKS_ADDONS[name];
  if (isOnRequest(name)) {
    return "with-services";
  }
  if (beforeNodes) {
    return "before-nodes";
  }
  return selectable && closesKubeSystem(cluster) ? "after-policies" : "with-nodes";
}

/**
 * Configuration of an add-on: the platform's, under the cluster's own. EKS waits for its Deployments, which must start
 * before the driver that removes the start-up taint is there.
 */
function configurationOf(
  cluster: ClusterEnvironment["cluster"],
  name: EksAddonName,
  podNetwork?: EksAddonConfiguration,
): EksAddonConfiguration | undefined {
  const { compute, nodeGroups, eksAddons, podsStartOpen } = cluster;
  const { configuration, tolerations }: EksAddon = EKS_ADDONS[name];
  const own = eksAddons[name]?.configuration;
  if (name === CNI && hasCilium(cluster)) {
    return { ...own, ...podNetwork, ...NO_POLICIES, env: { ...envOf(own), ...envOf(podNetwork) } };
  }
  if (name === CNI && (podsStartOpen === false || podNetwork)) {
    const strict = podsStartOpen === false && { [ENFORCING_MODE]: "strict" };
    return {
      ...configuration,
      ...own,
      ...podNetwork,
      env: { ...envOf(own), ...envOf(podNetwork), ...strict },
    };
  }
  const startup = tolerations && Object.values(nodeGroups).some(({ startupTaint }) => startupTaint);
  const onFargate = name === "coredns" && hasFargate(compute);
  return configuration || startup || onFargate || own
    ? {
        ...configuration,
        ...(startup && { tolerations: STARTUP_TOLERATIONS }),
        // The add-on's own keeps off Fargate.
        ...(onFargate && { computeType: "Fargate" }),
        ...own,
      }
    : undefined;
}

/** Configuration of a CNI beside another engine of policies: both would have to admit each packet. */
const NO_POLICIES: EksAddonConfiguration = { enableNetworkPolicy: "false" };

/** Environment variables of a configuration. A rule refuses anything but a map. */
const envOf = (configuration?: EksAddonConfiguration): EksAddonConfiguration =>
  (configuration?.env ?? {}) as EksAddonConfiguration;

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
        ...(cluster.ipv6 ? { permissions: CNI_BY_IPV6 } : { managedPolicy: "AmazonEKS_CNI_Policy" }),
      })
    : undefined;
}

interface AddonPod {
  readonly clusterName: string;
  readonly namespace: string;
  readonly serviceAccount: string;

  /** Name of AWS's own policy. */
  readonly managedPolicy?: string;

  /** Permissions where AWS has no policy of its own. */
  readonly permissions?: readonly Permission[];
}

/**
 * Permissions by which the CNI gives pods addresses of IPv6. AWS has no managed policy of them.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-iam-role.html
 */
const CNI_BY_IPV6: readonly Permission[] = [
  {
    actions: ["ec2:AssignIpv6Addresses"],
    resources: ["arn:aws:ec2:*:*:network-interface/*"],
  },
  {
    actions: [
      "ec2:DescribeInstances",
      "ec2:DescribeInstanceTypes",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeTags",
    ],
    anyResourceBecause: "EC2 describes all or none",
  },
  { actions: ["ec2:CreateTags"], resources: ["arn:aws:ec2:*:*:network-interface/*"] },
];

function identityOf(
  stack: TerraformStack,
  id: string,
  { managedPolicy, permissions = [], ...pod }: AddonPod,
): PodIdentity {
  const { clusterName, serviceAccount } = pod;
  const role = new ServiceRole(stack, id, {
    name: workloadRoleName(serviceAccount, clusterName),
    description: `Assumed by service account ${serviceAccount} in ${clusterName}`,
    trust: podIdentityTrust(pod),
    managedPolicies: managedPolicy === undefined ? [] : [managedPolicy],
    permissions,
  });
  return { serviceAccount, role };
}
