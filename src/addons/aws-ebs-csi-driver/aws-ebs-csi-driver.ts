import { Annotations } from "@cdktf/provider-kubernetes/lib/annotations";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { type Addon, type AddonProps, dependenciesOf } from "../../constructs/addon";
import { pinned } from "../../constructs/chart";
import type { Cluster } from "../../constructs/cluster";
import { HelmRelease, TIMEOUT_BEFORE_OTHERS_SECONDS } from "../../constructs/helm-release";
import { mergeValues } from "../../constructs/helm-values";
import { ManagedAddon, type ManagedAddonConfig } from "../../constructs/managed-addon";
import { Manifests } from "../../constructs/manifests";
import { inNamespace } from "../../constructs/network-peers";
import { byPodIdentity, WorkloadRole } from "../../constructs/workload-role";
import { DRIVERS } from "../../settings/cluster/eks-addons";
import { CHART } from "./chart";
import { ebsNetwork } from "./network";
import { asObject, classOfChart, DEFAULT_CLASS, snapshotClass } from "./storage-classes";
import { valuesOfChart } from "./values";

export interface AwsEbsCsiDriverProps extends AddonProps {
  readonly cluster: Cluster;

  /** Tags of the volumes that the driver makes. */
  readonly tags: Readonly<Record<string, string>>;

  /**
   * Fate of a volume, or of a snapshot, once nothing claims it. Use `Delete` only for a disposable environment.
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

  /**
   * EKS's add-on of the driver, in place of its chart.
   *
   * @default - the chart
   */
  readonly managed?: ManagedAddonConfig | undefined;

  /**
   * Makes a class of snapshots, whose kinds the cluster has.
   *
   * @default false
   */
  readonly takesSnapshots?: boolean;
}

const ACCOUNT = "ebs-csi-controller-sa";

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
    const { cluster, namespace, managed } = props;

    this.peers = inNamespace(namespace, ebsNetwork(managed !== undefined), props.egress);
    this.role = new WorkloadRole(this, "service-account", {
      cluster: managed ? byPodIdentity(cluster) : cluster,
      namespace,
      serviceAccount: ACCOUNT,
      // Keeps to volumes that bear the driver's tag; those made by hand must be given it.
      managedPolicies: { policy: "arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2" },
    });
    const driver = managed ? this.managedDriver(managed, props) : this.release(props);

    if (props.takesSnapshots === true) {
      new Manifests(this, "snapshot-class", {
        namespace,
        releaseName: "ebs-snapshot-class",
        objects: [snapshotClass(props)],
        after: props.after,
      });
    }
    // EKS makes gp2 the default of every cluster; with two defaults the newer one wins, by chance.
    const gp2 = new Annotations(this, "gp2", {
      apiVersion: "storage.k8s.io/v1",
      kind: "StorageClass",
      metadata: { name: "gp2" },
      annotations: { [DEFAULT_CLASS]: "false" },
      force: true,
      dependsOn: [...driver],
    });

    this.ready = [...driver, gp2];
  }

  private release(props: AwsEbsCsiDriverProps): readonly ITerraformDependable[] {
    const { namespace, registries, values, after = [] } = props;
    return new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: { ...valuesOfChart(props, this.role.helmValues), storageClasses: [classOfChart(props)] },
      overrides: values,
      registries,
      timeoutSeconds: TIMEOUT_BEFORE_OTHERS_SECONDS,
      after: [this.role, ...after],
    }).ready;
  }

  /** EKS's add-on has no storage class of the platform's, so that a release of its own brings it. */
  private managedDriver(
    { version, configuration = {} }: ManagedAddonConfig,
    props: AwsEbsCsiDriverProps,
  ): readonly ITerraformDependable[] {
    const driver = new ManagedAddon(this, "addon", {
      clusterName: props.cluster.name,
      name: DRIVERS.ebsCsiDriver,
      version,
      configuration: mergeValues({ controller: { extraVolumeTags: props.tags } }, configuration),
      dependsOn: dependenciesOf([this.role, ...(props.after ?? [])]),
    });
    return new Manifests(this, "class", {
      namespace: props.namespace,
      releaseName: "ebs-storage-class",
      objects: [asObject(classOfChart(props))],
      after: [driver],
    }).ready;
  }
}
