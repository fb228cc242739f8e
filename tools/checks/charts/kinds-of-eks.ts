import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { SNAPSHOT_CONTROLLER } from "../../../src/settings/cluster/eks-addons";
import type { CustomKind } from "./custom-kinds";

/**
 * Kinds that EKS itself brings: to a cluster of Auto Mode, and with its controller of snapshots. Any object of them passes: EKS
 * publishes no schema.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html
 */
export const kindsOfEks = ({ cluster }: Pick<ClusterEnvironment, "cluster">): readonly CustomKind[] => [
  ...(cluster.compute.kind === "auto" ? OF_AUTO_MODE : []),
  ...(SNAPSHOT_CONTROLLER in cluster.eksAddons ? OF_SNAPSHOTS : []),
];

const anyOf = (apiVersion: string, kind: string): CustomKind => ({
  apiVersion,
  kind,
  broughtBy: { apiVersion, kind, metadata: { name: "eks" } },
  schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
});

const OF_AUTO_MODE: readonly CustomKind[] = [
  anyOf("eks.amazonaws.com/v1", "IngressClassParams"),
  anyOf("eks.amazonaws.com/v1", "NodeClass"),
  anyOf("karpenter.sh/v1", "NodePool"),
];

const OF_SNAPSHOTS: readonly CustomKind[] = [anyOf("snapshot.storage.k8s.io/v1", "VolumeSnapshotClass")];
