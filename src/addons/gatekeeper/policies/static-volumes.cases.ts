import type { HelmValues } from "../../../constructs/helm-values";
import type { PolicyCases } from "./policy.cases";
import { ARGO_CD, askedBy } from "./requests.cases";

const disk = (spec: HelmValues, user = ARGO_CD) =>
  askedBy(user, "PersistentVolume", "persistentvolumes", {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: "assets" },
    spec: {
      capacity: { storage: "15Gi" },
      accessModes: ["ReadWriteMany"],
      persistentVolumeReclaimPolicy: "Retain",
      ...spec,
    },
  });

const LISTED = { server: "assets.example.internal", path: "/assets" };
const EXPECTED = "expected nfs of assets.example.internal:/assets, got another volume";

/** Evidence for the policy static-volumes. */
export const STATIC_VOLUMES_CASES: PolicyCases = {
  parameters: { account: ARGO_CD, exports: [LISTED] },
  cases: [
    { name: "that are a listed export", object: disk({ nfs: LISTED }) },
    { name: "that are a listed export, to be read", object: disk({ nfs: { ...LISTED, readOnly: true } }) },
    {
      name: "that a CSI driver's controller makes",
      object: disk(
        { csi: { driver: "ebs.csi.aws.com", volumeHandle: "vol-1" }, storageClassName: "gp3" },
        "system:serviceaccount:kube-system:ebs-csi-controller-sa",
      ),
    },
    {
      name: "that are another folder of a listed server",
      object: disk({ nfs: { ...LISTED, path: "/" } }),
      refusal: `spec.nfs: ${EXPECTED}`,
    },
    {
      name: "that are an export of another server",
      object: disk({ nfs: { ...LISTED, server: "10.0.0.1" } }),
      refusal: `spec.nfs: ${EXPECTED}`,
    },
    {
      name: "that are a folder of a node",
      object: disk({ hostPath: { path: "/var/lib/kubelet" } }),
      refusal: `spec.hostPath: ${EXPECTED}`,
    },
    {
      name: "that are a disk of a node",
      object: disk({ local: { path: "/mnt/disk" } }),
      refusal: `spec.local: ${EXPECTED}`,
    },
    {
      name: "that are a disk of another namespace by its handle",
      object: disk({ csi: { driver: "ebs.csi.aws.com", volumeHandle: "vol-1" } }),
      refusal: `spec.csi: ${EXPECTED}`,
    },
    {
      name: "that are a file system of another namespace by its handle",
      object: disk({ csi: { driver: "efs.csi.aws.com", volumeHandle: "fs-1" } }),
      refusal: `spec.csi: ${EXPECTED}`,
    },
    {
      name: "that are a disk in the network",
      object: disk({ iscsi: { targetPortal: "10.0.0.1:3260", iqn: "iqn.2001-04.example:disk", lun: 0 } }),
      refusal: `spec.iscsi: ${EXPECTED}`,
    },
    {
      name: "that claims of other namespaces ask for by a class",
      object: disk({ nfs: LISTED, storageClassName: "gp3" }),
      refusal: "spec.storageClassName: expected none, got gp3",
    },
  ],
};
