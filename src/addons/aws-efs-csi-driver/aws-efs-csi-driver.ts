import { Construct } from "constructs";
import { type Addon, type AddonProps, dependenciesOf, type Ready } from "../../constructs/addon";
import type { Cluster } from "../../constructs/cluster";
import { HelmRelease } from "../../constructs/helm-release";
import { ManagedAddon, type ManagedAddonConfig } from "../../constructs/managed-addon";
import { Manifests } from "../../constructs/manifests";
import { inNamespace } from "../../constructs/network-peers";
import { byPodIdentity, WorkloadRole } from "../../constructs/workload-role";
import { pinned } from "../../constructs/chart";
import { DRIVERS } from "../../settings/cluster/eks-addons";
import { CHART } from "./chart";
import { efsNetwork } from "./network";
import { controllerPermissions, type FileSystemPlace, nodePermissions } from "./permissions";
import { storageClass } from "./storage-class";
import { valuesOfChart } from "./values";

export interface AwsEfsCsiDriverProps extends AddonProps {
  readonly cluster: Cluster;
  readonly accountId: string;
  readonly fileSystem: { readonly id: string; readonly arn: string };
  readonly reclaimPolicy: "Retain" | "Delete";

  /** Makes its class that of claims that name none. */
  readonly defaultClass: boolean;

  /**
   * EKS's add-on of the driver, in place of its chart.
   *
   * @default - the chart
   */
  readonly managed?: ManagedAddonConfig | undefined;
}

/**
 * Gives pods volumes that those of several nodes share: a folder of the cluster's file system each, encrypted there and on
 * the way.
 *
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver
 */
export class AwsEfsCsiDriver extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: AwsEfsCsiDriverProps) {
    super(scope, id);
    const { cluster, namespace, accountId, fileSystem, managed } = props;
    const place: FileSystemPlace = {
      clusterName: cluster.name,
      fileSystemArn: fileSystem.arn,
      accessPointArns: `arn:aws:elasticfilesystem:${cluster.region}:${accountId}:access-point/*`,
      tagsItsPoints: managed === undefined,
    };
    const known = { cluster: managed ? byPodIdentity(cluster) : cluster, namespace };
    const controller = new WorkloadRole(this, "controller", {
      ...known,
      serviceAccount: "efs-csi-controller-sa",
      permissions: controllerPermissions(place),
    });
    const node = new WorkloadRole(this, "node", {
      ...known,
      serviceAccount: "efs-csi-node-sa",
      permissions: nodePermissions(place),
    });

    this.peers = inNamespace(namespace, efsNetwork(managed !== undefined), props.egress);
    this.ready = new Manifests(this, "class", {
      namespace,
      releaseName: "efs-storage-class",
      objects: [storageClass(props)],
      after: [
        managed
          ? this.managedDriver(managed, props, [controller, node])
          : this.release(props, { controller, node }),
      ],
    }).ready;
  }

  private release(
    props: AwsEfsCsiDriverProps,
    { controller, node }: Readonly<Record<"controller" | "node", WorkloadRole>>,
  ): Ready {
    const { namespace, registries, values, after = [] } = props;
    return new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: valuesOfChart(props, { controller: controller.helmValues, node: node.helmValues }),
      overrides: values,
      registries,
      after: [controller, node, ...after],
    });
  }

  private managedDriver(
    managed: ManagedAddonConfig,
    { cluster, after = [] }: AwsEfsCsiDriverProps,
    roles: readonly Ready[],
  ): Ready {
    return new ManagedAddon(this, "addon", {
      ...managed,
      clusterName: cluster.name,
      name: DRIVERS.efsCsiDriver,
      dependsOn: dependenciesOf([...roles, ...after]),
    });
  }
}
