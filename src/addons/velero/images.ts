/** Program by which Velero speaks with S3 and EBS. Minor 14 is for Velero 1.18. */
export const PLUGIN = "docker.io/velero/velero-plugin-for-aws:v1.14.2";
