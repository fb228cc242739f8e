import type { HelmValue } from "../../constructs/helm-values";

/** Attributes of a load balancer that writes its access logs into a bucket. */
export const accessLogs = (bucket: string): HelmValue[] => [
  { key: "access_logs.s3.enabled", value: "true" },
  { key: "access_logs.s3.bucket", value: bucket },
  // The bucket's policy lets load balancers write without a prefix only. Their names are in the file names.
  { key: "access_logs.s3.prefix", value: "" },
];
