import type { Manifest } from "../../constructs/manifests";
import type { AwsEfsCsiDriverProps } from "./aws-efs-csi-driver";

/** Storage class of volumes that pods of several nodes share. */
export const SHARED_CLASS = "efs";

/**
 * Class whose volumes are folders with a user and a group of their own, mounted by TLS and with the role of the node's pod.
 *
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/parameters.md
 */
export const storageClass = ({
  fileSystem,
  reclaimPolicy,
  defaultClass,
}: AwsEfsCsiDriverProps): Manifest => ({
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: {
    name: SHARED_CLASS,
    ...(defaultClass && { annotations: { "storageclass.kubernetes.io/is-default-class": "true" } }),
  },
  provisioner: "efs.csi.aws.com",
  parameters: { provisioningMode: "efs-ap", fileSystemId: fileSystem.id, directoryPerms: "700" },
  mountOptions: ["tls", "iam"],
  reclaimPolicy,
  volumeBindingMode: "Immediate",
});
