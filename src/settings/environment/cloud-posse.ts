import type { ClusterSettings } from "../cluster/cluster";
import type { EnvironmentSettings } from "./environment";

/** Nodes that Karpenter makes, with its controller on Fargate: the cluster has no node group to look after. */
const COMPUTE: NonNullable<ClusterSettings["compute"]> = {
  kind: "karpenter",
  controller: "fargate",
  nodePools: {
    spot: { capacityTypes: ["spot"], weight: 10, limits: { cpu: 128, memoryGib: 512 } },
    "on-demand": { limits: { cpu: 128, memoryGib: 512 } },
  },
};

/**
 * Nodes that change often and clusters that grow: whole prefixes of addresses for each node, so that pods need not wait
 * for one, and as many replicas of CoreDNS as nodes and CPUs ask for.
 */
const EKS_ADDONS: NonNullable<ClusterSettings["eksAddons"]> = {
  "vpc-cni": { configuration: { env: { ENABLE_PREFIX_DELEGATION: "true", WARM_PREFIX_TARGET: "1" } } },
  coredns: { configuration: { autoScaling: { enabled: true, minReplicas: 2, maxReplicas: 10 } } },
};

/** Secrets that people write, in Parameter Store. Those that add-ons make are in Secrets Manager. */
const PARAMETERS: NonNullable<ClusterSettings["addons"]>["externalSecrets"] = {
  stores: { parameterStore: true },
  secretsFrom: "parameterStore",
};

/**
 * Settings of an environment over those of Cloud Posse's EKS foundation: Karpenter on Fargate, prefixes of addresses for
 * nodes, CoreDNS that scales, secrets in Parameter Store, and the role for spot instances. Everything that `settings` says wins.
 *
 * @see https://docs.cloudposse.com/layers/eks/
 */
export const cloudPosse = (settings: EnvironmentSettings): EnvironmentSettings => ({
  ...settings,
  serviceLinkedRoles: { spot: "make", ...settings.serviceLinkedRoles },
  clusters: Object.fromEntries(
    Object.entries(settings.clusters).map(([name, cluster]) => [name, onCluster(cluster)]),
  ),
});

const onCluster = (cluster: ClusterSettings): ClusterSettings => ({
  compute: COMPUTE,
  ...cluster,
  eksAddons: { ...EKS_ADDONS, ...cluster.eksAddons },
  addons: { externalSecrets: PARAMETERS, renovate: false, seal: false, ...cluster.addons },
});
