import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import type { CustomKind } from "./custom-kinds";

/**
 * Kinds that EKS itself brings to a cluster of Auto Mode. Any object of them passes: EKS publishes no schema.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html
 */
export const kindsOfEks = ({ cluster }: Pick<ClusterEnvironment, "cluster">): readonly CustomKind[] =>
  cluster.compute.kind === "auto" ? OF_AUTO_MODE : [];

const OF_AUTO_MODE: readonly CustomKind[] = [
  ["eks.amazonaws.com/v1", "IngressClassParams"] as const,
  ["eks.amazonaws.com/v1", "NodeClass"] as const,
  ["karpenter.sh/v1", "NodePool"] as const,
].map(([apiVersion, kind]) => ({
  apiVersion,
  kind,
  broughtBy: { apiVersion, kind, metadata: { name: "eks" } },
  schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
}));
