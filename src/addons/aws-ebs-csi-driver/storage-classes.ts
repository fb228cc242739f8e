import type { HelmValues } from "../../constructs/helm-values";
import type { Manifest } from "../../constructs/manifests";
import type { AwsEbsCsiDriverProps } from "./aws-ebs-csi-driver";
import { STORAGE_CLASS } from "./rules";

/** Annotation of the class of claims that name none. */
export const DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

const DRIVER = "ebs.csi.aws.com";

type ClassProps = Pick<AwsEbsCsiDriverProps, "reclaimPolicy" | "isDefault">;

/** Class of encrypted gp3 volumes, as the driver's chart takes it. */
export const classOfChart = ({ reclaimPolicy = "Retain", isDefault = true }: ClassProps): HelmValues => ({
  name: STORAGE_CLASS,
  ...(isDefault && { annotations: { [DEFAULT_CLASS]: "true" } }),
  parameters: { type: "gp3", encrypted: "true" },
  reclaimPolicy,
  volumeBindingMode: "WaitForFirstConsumer",
  allowVolumeExpansion: true,
});

/** The class as an object, which the chart else makes of it. */
export const asObject = ({ name, annotations, ...fields }: HelmValues): Manifest => ({
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: {
    name: name as string,
    ...(annotations && { annotations: annotations as Record<string, string> }),
  },
  provisioner: DRIVER,
  ...fields,
});

/**
 * Class of snapshots of EBS volumes that name none. A snapshot of an encrypted volume is encrypted with the same key.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-snapshot-classes/
 */
export const snapshotClass = ({ reclaimPolicy = "Retain" }: ClassProps): Manifest => ({
  apiVersion: "snapshot.storage.k8s.io/v1",
  kind: "VolumeSnapshotClass",
  metadata: { name: "ebs", annotations: { "snapshot.storage.kubernetes.io/is-default-class": "true" } },
  driver: DRIVER,
  deletionPolicy: reclaimPolicy,
});
