import { AwsEbsCsiDriver } from "../../addons/aws-ebs-csi-driver/aws-ebs-csi-driver";
import { AwsEfsCsiDriver } from "../../addons/aws-efs-csi-driver/aws-efs-csi-driver";
import { SnapshotController } from "../../addons/snapshot-controller/snapshot-controller";
import type { Ready } from "../../constructs/addon";
import type { ManagedAddonConfig } from "../../constructs/managed-addon";
import { isOfEks } from "../../settings/cluster/drivers";
import { type Driver, DRIVERS, SNAPSHOT_CONTROLLER } from "../../settings/cluster/eks-addons";
import { defaultTags } from "../default-tags";
import { managedAddons } from "../cluster-infrastructure/eks-addons";
import type { Platform } from "./platform";

/** Installs the drivers of volumes, after the controller of their snapshots. Returns the one for EBS, which others wait for. */
export function installVolumes(platform: Platform, first: Ready | false): AwsEbsCsiDriver | false {
  const { stack, environment, accountId, shared } = platform;
  const { addons } = environment;
  const { cluster } = shared;
  const managed: Readonly<Record<string, ManagedAddonConfig>> = managedAddons(
    stack,
    environment,
    "with-services",
  );
  const ofEks = (driver: Driver) =>
    isOfEks(environment, driver) ? { managed: managed[DRIVERS[driver]] } : {};

  const snapshots = managed[SNAPSHOT_CONTROLLER];
  const controller =
    snapshots !== undefined &&
    new SnapshotController(stack, "snapshot-controller", {
      clusterName: cluster.name,
      managed: snapshots,
      after: [first],
    });
  const inItsPlace = { ...shared, namespace: "kube-system", after: [first, controller] };

  if (addons.efsCsiDriver) {
    new AwsEfsCsiDriver(stack, "aws-efs-csi-driver", {
      ...inItsPlace,
      ...addons.efsCsiDriver,
      ...ofEks("efsCsiDriver"),
      accountId,
      fileSystem: platform.fileSystem(),
    });
  }
  return (
    addons.ebsCsiDriver &&
    new AwsEbsCsiDriver(stack, "aws-ebs-csi-driver", {
      ...inItsPlace,
      ...addons.ebsCsiDriver,
      ...ofEks("ebsCsiDriver"),
      tags: defaultTags(environment, "cluster-services"),
      isDefault: !(addons.efsCsiDriver && addons.efsCsiDriver.defaultClass),
      takesSnapshots: controller !== false,
    })
  );
}
