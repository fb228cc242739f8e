import { Annotations } from "@cdktf/provider-kubernetes/lib/annotations";
import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { EVICT_UNHEALTHY_PODS, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import type { Cluster } from "../../constructs/cluster";
import { READ_ONLY_CONTAINER, WITHOUT_PRIVILEGES } from "../../constructs/container-rights";
import { HelmRelease, TIMEOUT_BEFORE_OTHERS_SECONDS } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { inNamespace } from "../../constructs/network-peers";
import { mirroredImage, type Registries } from "../../constructs/registries";
import { WorkloadRole } from "../../constructs/workload-role";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { awsEbsCsiDriverNetwork } from "./network";
import { STORAGE_CLASS } from "./rules";

export interface AwsEbsCsiDriverProps extends AddonProps {
  readonly cluster: Cluster;

  /** Tags of the volumes that the driver makes. */
  readonly tags: Readonly<Record<string, string>>;

  /**
   * Fate of a volume once no pod claims it. Use `Delete` only for a disposable environment.
   *
   * @default "Retain"
   */
  readonly reclaimPolicy?: "Retain" | "Delete";

  /**
   * Makes its class that of claims that name none.
   *
   * @default true
   */
  readonly isDefault?: boolean;
}

const DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

/**
 * Gives pods EBS volumes, encrypted gp3 unless they ask for something else.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver
 */
export class AwsEbsCsiDriver extends Construct implements Addon {
  readonly role: WorkloadRole;
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: AwsEbsCsiDriverProps) {
    super(scope, id);
    const {
      cluster,
      namespace,
      replicas,
      reclaimPolicy = "Retain",
      isDefault = true,
      registries,
      values,
      after = [],
    } = props;

    this.peers = inNamespace(namespace, awsEbsCsiDriverNetwork, props.egress);
    this.role = new WorkloadRole(this, "service-account", {
      cluster,
      namespace,
      serviceAccount: "ebs-csi-controller-sa",
      // Keeps to volumes that bear the driver's tag; those made by hand must be given it.
      managedPolicies: { policy: "arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2" },
    });

    const release = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        ...images(registries),
        controller: {
          serviceAccount: this.role.helmValues,
          // Otherwise asked of the instance metadata, which is out of a pod's reach.
          region: cluster.region,
          k8sTagClusterId: cluster.name,
          extraVolumeTags: props.tags,
          replicaCount: replicas,
          podDisruptionBudget: EVICT_UNHEALTHY_PODS,
          topologySpreadConstraints: topologySpread({ app: "ebs-csi-controller" }),
          priorityClassName: PRIORITY_CLASS,
          containerSecurityContext: READ_ONLY_CONTAINER,
          resources: { requests: { cpu: "10m", memory: "40Mi" }, limits: { memory: "256Mi" } },
          ...metrics,
        },
        // There is no node with Windows.
        node: { ...metrics, enableWindows: false },
        // A pod for `helm test`, whose image comes from upstream's test infrastructure.
        helmTester: { enabled: false },
        storageClasses: [encryptedGp3(reclaimPolicy, isDefault)],
      },
      overrides: values,
      registries,
      timeoutSeconds: TIMEOUT_BEFORE_OTHERS_SECONDS,
      after: [this.role, ...after],
    });

    // EKS makes gp2 the default of every cluster; with two defaults the newer one wins, by chance.
    const gp2 = new Annotations(this, "gp2", {
      apiVersion: "storage.k8s.io/v1",
      kind: "StorageClass",
      metadata: { name: "gp2" },
      annotations: { [DEFAULT_CLASS]: "false" },
      force: true,
      dependsOn: [...release.ready],
    });

    this.ready = [...release.ready, gp2];
  }
}

/** Without force the chart leaves the monitors out where it does not find their CRD yet, and for good. */
const metrics: HelmValues = { enableMetrics: true, serviceMonitor: { forceEnable: true } };

const encryptedGp3 = (reclaimPolicy: string, isDefault: boolean): HelmValues => ({
  name: STORAGE_CLASS,
  ...(isDefault && { annotations: { [DEFAULT_CLASS]: "true" } }),
  parameters: { type: "gp3", encrypted: "true" },
  reclaimPolicy,
  volumeBindingMode: "WaitForFirstConsumer",
  allowVolumeExpansion: true,
});

const SIDECARS = {
  provisioner: "public.ecr.aws/csi-components/csi-provisioner",
  attacher: "public.ecr.aws/csi-components/csi-attacher",
  snapshotter: "public.ecr.aws/csi-components/csi-snapshotter",
  livenessProbe: "public.ecr.aws/csi-components/livenessprobe",
  resizer: "public.ecr.aws/csi-components/csi-resizer",
  nodeDriverRegistrar: "public.ecr.aws/csi-components/csi-node-driver-registrar",
  volumemodifier: "public.ecr.aws/ebs-csi-driver/volume-modifier-for-k8s",
};

const images = (registries?: Registries): HelmValues => ({
  image: { repository: mirroredImage(registries, "public.ecr.aws/ebs-csi-driver/aws-ebs-csi-driver") },
  // On nodes root runs some of them: their sockets belong to it.
  sidecars: Object.fromEntries(
    Object.entries(SIDECARS).map(([name, image]) => [
      name,
      { image: { repository: mirroredImage(registries, image) }, securityContext: WITHOUT_PRIVILEGES },
    ]),
  ),
});
