import type { ITerraformDependable, TerraformStack } from "cdktf";
import { NamespaceNetwork } from "../../access/namespace-network";
import { EksAddons } from "../../infrastructure/eks-addons";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { managedAddons } from "../cluster-infrastructure/eks-addons";
import { nameServers, surroundings } from "../surroundings";
import { eksAddonNetwork } from "./eks-addon-network";

interface Props {
  readonly clusterName: string;

  /** Resources that must exist first: Terraform's access to the cluster. */
  readonly after: readonly ITerraformDependable[];

  /** Resources without which no pod has an address. */
  readonly pods: readonly ITerraformDependable[];
}

/**
 * Closes `kube-system`, and installs the add-ons of EKS whose pods policies select. Where pods start without a network they
 * would never be ready before their policies, nor before Cilium where the cluster has it, and EKS would give up on them. Returns
 * the add-ons.
 */
export function installEksAddons(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { clusterName, after, pods }: Props,
): readonly ITerraformDependable[] {
  const network = new NamespaceNetwork(stack, "kube-system-network", {
    namespace: "kube-system",
    allows: eksAddonNetwork(environment, surroundings(environment)),
    nameServers: nameServers(environment),
    after,
  });
  return new EksAddons(stack, "eks-addons", {
    clusterName,
    addons: managedAddons(stack, environment, "after-policies"),
    after: [...network.ready, ...pods.filter((one) => !after.includes(one))],
  }).ready;
}
