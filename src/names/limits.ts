/**
 * Most characters in the names that a cluster's or an environment's name goes into. Names of log groups, secrets,
 * topics and alarms are left out: AWS allows them 255 characters or more.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
 * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html
 * @see https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
 * @see https://developer.hashicorp.com/terraform/cloud-docs/workspaces/create
 */
export const NAME_LIMITS = {
  role: 64,
  bucket: 63,
  database: 63,
  loadBalancer: 32,
  deliveryStream: 64,

  /** First domain of a certificate, which becomes its common name. */
  certificate: 64,

  /** EKS allows 63 characters, of which Terraform appends 26. */
  nodeGroupPrefix: 37,

  /** Name of a stack, its folder and its workspace in HCP Terraform. */
  stack: 90,
} as const;

/** Longest name that a cluster may have: every name below has room for it, shortened where need be. */
export const LONGEST_CLUSTER_NAME = 40;
