import { Construct } from "constructs";
import type { AutoCompute } from "../../settings/cluster/compute/compute";
import { AUTO_CLASS } from "../../settings/cluster/compute/compute";
import type { After, Ready } from "../../constructs/addon";
import { type Manifest, Manifests } from "../../constructs/manifests";
import type { Proxy } from "../../constructs/proxy";
import { AUTO_KINDS, nodePool } from "../karpenter/node-pool";
import { AUTO_INGRESS_CLASS } from "../../names/ingress-classes";
import { STORAGE_CLASS } from "../aws-ebs-csi-driver/rules";

export interface AutoModeProps {
  readonly namespace: string;
  readonly compute: AutoCompute;

  /** Name of the role of its nodes. */
  readonly nodeRoleName: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;

  /** Subnets of pods alone; none where pods have addresses of their node's. */
  readonly podSubnetIds: readonly string[];

  /** Lets new pods start with a network. */
  readonly podsStartOpen: boolean;

  /**
   * Proxy of its nodes.
   *
   * @default - none
   */
  readonly proxy?: Proxy | undefined;

  /** True if the cluster has a driver of volumes of its own, whose class then keeps its name. */
  readonly besideDriver: boolean;

  /** @default - nothing */
  readonly after?: After;
}

/** Class of volumes in a cluster that has the EBS driver too. */
const AUTO_STORAGE_CLASS = "auto-gp3";

/**
 * Objects by which EKS Auto Mode makes nodes, volumes and load balancers the way the platform wants them, and enforces
 * network policies, which it does not by itself.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/automode.html
 */
export class AutoMode extends Construct implements Ready {
  readonly ready: Ready["ready"];

  constructor(scope: Construct, id: string, props: AutoModeProps) {
    super(scope, id);
    const { namespace, compute, after } = props;

    this.ready = new Manifests(this, "objects", {
      namespace,
      releaseName: "auto-mode",
      objects: [
        NETWORK_POLICIES,
        storageClass(props.besideDriver ? AUTO_STORAGE_CLASS : STORAGE_CLASS),
        ...INGRESS_CLASS,
        ...(Object.keys(compute.nodePools).length > 0 ? [nodeClass(props)] : []),
        ...Object.entries(compute.nodePools).map(([name, pool]) => nodePool(name, pool, AUTO_KINDS)),
      ],
      after,
    }).ready;
  }
}

/** @see https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html */
const NETWORK_POLICIES: Manifest = {
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "amazon-vpc-cni", namespace: "kube-system" },
  data: { "enable-network-policy-controller": "true" },
};

/** @see https://docs.aws.amazon.com/eks/latest/userguide/create-storage-class.html */
const storageClass = (name: string): Manifest => ({
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: { name, annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
  provisioner: "ebs.csi.eks.amazonaws.com",
  parameters: { type: "gp3", encrypted: "true" },
  volumeBindingMode: "WaitForFirstConsumer",
  allowVolumeExpansion: true,
  reclaimPolicy: "Retain",
});

/**
 * Class of Auto Mode's own load balancers. Those of the platform's pages stay with the controller.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-alb.html
 */
const INGRESS_CLASS: readonly Manifest[] = [
  {
    apiVersion: "eks.amazonaws.com/v1",
    kind: "IngressClassParams",
    metadata: { name: AUTO_INGRESS_CLASS },
    spec: { scheme: "internal" },
  },
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "IngressClass",
    metadata: { name: AUTO_INGRESS_CLASS },
    spec: {
      controller: "eks.amazonaws.com/alb",
      parameters: { apiGroup: "eks.amazonaws.com", kind: "IngressClassParams", name: AUTO_INGRESS_CLASS },
    },
  },
];

/** @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html */
const nodeClass = (props: AutoModeProps): Manifest => ({
  apiVersion: "eks.amazonaws.com/v1",
  kind: "NodeClass",
  metadata: { name: AUTO_CLASS },
  spec: {
    role: props.nodeRoleName,
    subnetSelectorTerms: props.subnetIds.map((id) => ({ id })),
    securityGroupSelectorTerms: [{ id: props.securityGroupId }],
    networkPolicy: props.podsStartOpen ? "DefaultAllow" : "DefaultDeny",
    ...(props.proxy && {
      advancedNetworking: { httpsProxy: props.proxy.url, noProxy: props.proxy.except },
    }),
    // EKS takes both or none.
    ...(props.podSubnetIds.length > 0 && {
      podSubnetSelectorTerms: props.podSubnetIds.map((id) => ({ id })),
      podSecurityGroupSelectorTerms: [{ id: props.securityGroupId }],
    }),
  },
});
