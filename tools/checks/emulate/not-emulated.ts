import type { Gaps } from "./gaps";

const TYPES: Gaps["types"] = {
  aws_accessanalyzer_analyzer: { reason: "moto has no IAM Access Analyzer" },
  aws_cloudwatch_metric_alarm: {
    reason: "moto does not know the protocol that the provider speaks with CloudWatch (RPC v2 in CBOR)",
  },
  aws_cloudwatch_query_definition: { reason: "moto's CloudWatch Logs keeps no queries" },
  aws_eks_addon: { reason: "moto's EKS has no add-ons" },
  aws_networkflowmonitor_monitor: { reason: "moto has no Network Flow Monitor" },
  aws_networkflowmonitor_scope: {
    reason: "moto has no Network Flow Monitor",
    // An output of its stack gives it to other clusters of the account.
    standIn: { scope_arn: "arn:aws:networkflowmonitor:eu-west-1:123456789012:scope/emulated" },
  },
  "data.aws_eks_cluster": {
    reason: "moto's EKS does not say who has access to a cluster",
    // They are counted: as if there were none yet.
    standIn: [],
  },
};

const ATTRIBUTES: Gaps["attributes"] = [
  {
    type: "aws_eks_cluster",
    attribute: "vpc_config[0].cluster_security_group_id",
    reason: "moto's EKS makes no security group for a cluster",
  },
];

const FORGOTTEN: Gaps["forgotten"] = {
  aws_eks_cluster: {
    arguments: ["access_config", "deletion_protection", "upgrade_policy"],
    reason:
      "moto's EKS forgets who has access, whether a cluster may be deleted, and how long it is supported",
  },
  aws_eks_node_group: {
    arguments: ["remote_access", "update_config"],
    reason: "moto's EKS makes up SSH access to nodes, and forgets how they are updated",
  },
  aws_launch_template: {
    arguments: ["tag_specifications"],
    reason: "moto adds a template's own tags to those of the instances",
  },
  aws_rds_cluster: {
    arguments: ["scaling_configuration"],
    reason:
      "moto's RDS answers with a scaling configuration of the first Aurora Serverless, though an empty one",
  },
  aws_route53_zone: {
    arguments: ["vpc"],
    reason: "moto's zones are public where only their VPC says otherwise",
  },
  aws_s3_bucket: {
    arguments: ["tags_all"],
    reason: "moto's S3 forgets the tags that a bucket is made with",
  },
};

/** Gaps of moto 5.2, found by trying. */
export const MOTO: Gaps = { types: TYPES, attributes: ATTRIBUTES, forgotten: FORGOTTEN };
