import { Construct } from "constructs";
import { type Addon, type After, dependenciesOf } from "../../constructs/addon";
import { ManagedAddon, type ManagedAddonConfig } from "../../constructs/managed-addon";
import { inNamespace, type NetworkPeer } from "../../constructs/network-peers";
import { SNAPSHOT_CONTROLLER } from "../../settings/cluster/eks-addons";

export interface SnapshotControllerProps {
  readonly clusterName: string;
  readonly managed: ManagedAddonConfig;

  /** Things that must be ready first. */
  readonly after: After;
}

/** Namespace into which EKS puts it. */
const NAMESPACE = "kube-system";

/**
 * Conversations of its pods, by the label of upstream's Deployment.
 *
 * @see https://github.com/kubernetes-csi/external-snapshotter/blob/master/deploy/kubernetes/snapshot-controller/setup-snapshot-controller.yaml
 */
const NETWORK: NetworkPeer = {
  pods: { name: "snapshot-controller", labels: { "app.kubernetes.io/name": "snapshot-controller" } },
  calls: [{ with: "kubernetes-api" }],
};

/**
 * Lets applications take snapshots of their volumes, and make volumes of snapshots. It brings the kinds `VolumeSnapshot`,
 * `VolumeSnapshotContent` and `VolumeSnapshotClass`, for drivers that come after it.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/csi-snapshot-controller.html
 */
export class SnapshotController extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, { clusterName, managed, after }: SnapshotControllerProps) {
    super(scope, id);
    this.peers = inNamespace(NAMESPACE, NETWORK);
    this.ready = new ManagedAddon(this, "addon", {
      ...managed,
      clusterName,
      name: SNAPSHOT_CONTROLLER,
      dependsOn: dependenciesOf(after),
    }).ready;
  }
}
