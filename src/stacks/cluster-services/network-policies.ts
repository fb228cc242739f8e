import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { Release } from "@cdktf/provider-helm/lib/release";
import { dependable, type TerraformStack } from "cdktf";
import { Manifests } from "../../constructs/manifests";
import { peersWithin } from "../../constructs/network-peers";
import { networkPolicies } from "../../constructs/network-policies";
import { closesKubeSystem } from "../../settings/cluster/pod-network";
import { nameServers, surroundings } from "../surroundings";
import type { Platform } from "./platform";

/** Name of the release of all network policies, which every release with pods waits for. */
export const NETWORK_POLICIES = "network-policies";

/**
 * Closes the platform's own namespaces to all but what the add-ons of the stack declare, so it comes after all of them.
 * One release has all refusals and all permissions. Where pods start without a network, every other release with pods, and every add-on of EKS, waits for it;
 * where they start with one, it comes before the others or after them, and none is cut off.
 */
export function installNetworkPolicies({ stack, environment, shared }: Platform): void {
  const startClosed = environment.cluster.podsStartOpen === false;
  const closed = closesKubeSystem(environment.cluster);
  const peers = peersWithin(stack).filter(({ namespace }) => closed || namespace !== KUBE_SYSTEM);

  if (peers.length > 0) {
    const others = workloadsOf(stack);
    const policies = new Manifests(stack, "network-policies", {
      namespace: shared.namespace,
      releaseName: NETWORK_POLICIES,
      objects: networkPolicies(peers, surroundings(environment), {
        closedByOthers: [KUBE_SYSTEM],
        nameServers: nameServers(environment),
      }),
    });
    if (startClosed) {
      for (const workload of others) {
        workload.dependsOn = [...(workload.dependsOn ?? []), dependable(policies)];
      }
    }
  }
}

/** Namespace of the nodes' own add-ons. `cluster-access` closes it where pods start without a network, or Cilium enforces policies. */
const KUBE_SYSTEM = "kube-system";

/** Longest timeout of a release without pods, which needs no network: the CRDs of Prometheus' operator have it. */
const SECONDS_WITHOUT_PODS = 60;

const hasPods = ({ timeoutInput = Infinity }: Release): boolean => timeoutInput > SECONDS_WITHOUT_PODS;

/** Releases with pods, and add-ons of EKS. */
const workloadsOf = (stack: TerraformStack): (Release | EksAddon)[] =>
  stack.node
    .findAll()
    .filter(
      (construct): construct is Release | EksAddon =>
        construct instanceof EksAddon || (construct instanceof Release && hasPods(construct)),
    );
