import { parseCidr } from "../checking/cidr-block";
import { problem, show } from "../checking/problem";
import { type EksAddonConfiguration, POD_SUBNET_VARIABLES } from "../cluster/eks-addons";
import { hasCiliumAlone } from "../cluster/pod-network";
import { hasPrefixes } from "../cluster/rules/instance-types";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { hasPodSubnets } from "../network/subnets";

const EXTERNAL_SNAT = "AWS_VPC_K8S_CNI_EXTERNALSNAT";
const PREFIXES = "ENABLE_PREFIX_DELEGATION";
const CONFIGURATION = ["eksAddons", "vpc-cni", "configuration"];

/** Refuses subnets of pods that no CNI takes their addresses from, or from which nothing would come back. */
export function podSubnetsAreUsed({ cluster, network }: ClusterEnvironmentConfig): string[] {
  if (!hasPodSubnets(network)) {
    return [];
  }
  const env = envOf(cluster.eksAddons["vpc-cni"]?.configuration);
  return [
    ...(cluster.compute.kind === "auto" && cluster.compute.builtInPools.length > 0
      ? [
          problem(
            ["compute", "builtInPools"],
            "none, since pods have subnets of their own",
            show(cluster.compute.builtInPools.join(", ")),
            "write nodePools of your own: pods on EKS's have addresses of their node's subnets",
          ),
        ]
      : []),
    ...(env[EXTERNAL_SNAT] === "true"
      ? [
          problem(
            [...CONFIGURATION, "env", EXTERNAL_SNAT],
            '"false", since subnets.pods have no way out',
            show("true"),
            "leave it out: pods leave the VPC from the address of their node",
          ),
        ]
      : []),
  ];
}

/** Refuses the CNI's own settings of custom networking: subnets of pods make them. */
export function podSubnetsAreSettings({ cluster }: ClusterEnvironmentConfig): string[] {
  const configuration = cluster.eksAddons["vpc-cni"]?.configuration ?? {};
  const env = envOf(configuration);
  const written = [
    ...("eniConfig" in configuration ? [[...CONFIGURATION, "eniConfig"]] : []),
    ...Object.values(POD_SUBNET_VARIABLES)
      .filter((name) => name in env)
      .map((name) => [...CONFIGURATION, "env", name]),
  ];
  return written.map((path) =>
    problem(path, "no such setting", "a value", "write the subnets of pods in subnets.pods of the cluster"),
  );
}

/** Prefix of the smallest subnet in which AWS leaves a block of sixteen addresses free: it keeps the first four and the last. */
const SMALLEST_WITH_PREFIXES = 26;

/**
 * Refuses prefixes of addresses where no subnet has a free one, and on instances without Nitro, which take none.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-increase-ip-addresses.html
 */
export function prefixesHaveRoom({ cluster, network }: ClusterEnvironmentConfig): string[] {
  const because = reasonForPrefixes(cluster);
  if (because === undefined) {
    return [];
  }
  const tier = hasPodSubnets(network) ? "pods" : "private";
  return [
    ...Object.entries(network.subnets[tier])
      .filter(([, cidr]) => (parseCidr(cidr)?.prefix ?? 0) > SMALLEST_WITH_PREFIXES)
      .map(([zone, cidr]) =>
        problem(
          ["subnets", tier, zone],
          `a /${SMALLEST_WITH_PREFIXES} or larger ${because}`,
          show(cidr),
          "write a larger range: a node takes sixteen addresses in one piece",
        ),
      ),
    ...Object.entries(cluster.nodeGroups).flatMap(([name, { instanceTypes }]) =>
      instanceTypes.flatMap((type, index) =>
        hasPrefixes(type)
          ? []
          : [
              problem(
                ["nodeGroups", name, "instanceTypes", index],
                `an instance type of Nitro ${because}`,
                show(type),
                "choose a newer generation",
              ),
            ],
      ),
    ),
  ];
}

/** Setting by which nodes take whole prefixes of addresses; `undefined` for none. */
function reasonForPrefixes(cluster: ClusterEnvironmentConfig["cluster"]): string | undefined {
  if (hasCiliumAlone(cluster)) {
    return 'with podNetwork.mode "eni"';
  }
  return envOf(cluster.eksAddons["vpc-cni"]?.configuration)[PREFIXES] === "true"
    ? `with ${PREFIXES} of vpc-cni`
    : undefined;
}

const envOf = (configuration: EksAddonConfiguration = {}): EksAddonConfiguration =>
  typeof configuration.env === "object" && configuration.env !== null && !Array.isArray(configuration.env)
    ? (configuration.env as EksAddonConfiguration)
    : {};
