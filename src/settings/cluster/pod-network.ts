import { z } from "zod";
import { exactObject } from "../checking/exact-object";
import { type Compute, isAutoModeAlone } from "./compute/compute";

/** AWS's own CNI: the add-on `vpc-cni`, or the one that nodes of EKS Auto Mode have built in. */
const VPC_CNI = exactObject({ engine: z.literal("vpc-cni") });

/** Cilium, with which policies may name domains and flows are seen. */
const CILIUM = exactObject({
  engine: z.literal("cilium"),

  /**
   * `eni`: Cilium gives pods addresses of `subnets.pods`, and takes the place of the VPC CNI and of kube-proxy. `chained`: the
   * VPC CNI gives addresses, and Cilium enforces policies alone.
   */
  mode: z.enum(["eni", "chained"]),
});

/** Schema of the network of pods: a closed union by `engine`. */
export const POD_NETWORK = z.union([VPC_CNI, CILIUM]);

/** Program that gives pods their addresses and enforces their policies. */
export type PodNetwork = z.output<typeof POD_NETWORK>;

/** Network of a cluster that says nothing. */
export const BY_VPC_CNI: PodNetwork = { engine: "vpc-cni" };

interface OfPods {
  readonly podNetwork: PodNetwork;
}

/** True where Cilium enforces policies. */
export const hasCilium = ({ podNetwork }: OfPods): boolean => podNetwork.engine === "cilium";

/** True where Cilium gives pods their addresses as well, and no node is Ready before it runs. */
export const hasCiliumAlone = ({ podNetwork }: OfPods): boolean =>
  podNetwork.engine === "cilium" && podNetwork.mode === "eni";

/**
 * Engine whose policies may name domains; `undefined` for one that knows addresses alone. Cilium behind another CNI redirects no
 * query for a name, and the VPC CNI knows domains on nodes of EKS Auto Mode alone.
 *
 * @see https://docs.cilium.io/en/v1.19/installation/cni-chaining-aws-cni/
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html
 */
export const domainEngineOf = (
  cluster: OfPods & { readonly compute: Compute; readonly nodeGroups: Readonly<Record<string, unknown>> },
): "cilium" | "auto-mode" | undefined => {
  if (hasCiliumAlone(cluster)) {
    return "cilium";
  }
  return isAutoModeAlone(cluster) ? "auto-mode" : undefined;
};

/** True where pods of `kube-system` are refused what no policy allows. */
export const closesKubeSystem = (cluster: OfPods & { readonly podsStartOpen: unknown }): boolean =>
  cluster.podsStartOpen === false || hasCilium(cluster);
