/** Calls that plans and applies of a type take. */
interface ListedCalls {
  readonly plan: readonly string[];
  readonly apply: readonly string[];
}

const of = (service: string, plan: readonly string[], apply: readonly string[]): ListedCalls => ({
  plan: plan.map((operation) => `${service}:${operation}`),
  apply: apply.map((operation) => `${service}:${operation}`),
});

/** Operations by which RDS and ElastiCache make, change and remove a thing. */
const lives = (thing: string): string[] => ["Create", "Modify", "Delete"].map((verb) => `${verb}${thing}`);

const CACHE_TAGS = ["AddTagsToResource", "RemoveTagsFromResource"];

/**
 * Calls of types that the emulator lacks, or that no trial has shown in full, by the API of each service.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const CALLS_BY_HAND: Readonly<Record<string, ListedCalls>> = {
  aws_acm_certificate: of(
    "ACM",
    ["DescribeCertificate", "ListTagsForCertificate"],
    ["RequestCertificate", "DeleteCertificate", "AddTagsToCertificate"],
  ),
  aws_acm_certificate_validation: of("ACM", ["DescribeCertificate"], ["DescribeCertificate"]),
  aws_cloudfront_distribution: of(
    "CloudFront",
    ["GetDistribution", "ListTagsForResource"],
    ["CreateDistributionWithTags", "UpdateDistribution", "DeleteDistribution", "TagResource"],
  ),
  aws_cloudfront_origin_access_control: of(
    "CloudFront",
    ["GetOriginAccessControl"],
    ["CreateOriginAccessControl", "UpdateOriginAccessControl", "DeleteOriginAccessControl"],
  ),
  aws_cloudwatch_event_rule: of(
    "EventBridge",
    ["DescribeRule", "ListTagsForResource"],
    ["PutRule", "DeleteRule"],
  ),
  aws_cloudwatch_event_target: of("EventBridge", ["ListTargetsByRule"], ["PutTargets", "RemoveTargets"]),
  aws_cloudwatch_log_delivery: of(
    "CloudWatchLogs",
    ["GetDelivery", "ListTagsForResource"],
    ["CreateDelivery", "DeleteDelivery", "UpdateDeliveryConfiguration"],
  ),
  aws_cloudwatch_log_delivery_destination: of(
    "CloudWatchLogs",
    ["GetDeliveryDestination", "ListTagsForResource"],
    ["PutDeliveryDestination", "DeleteDeliveryDestination"],
  ),
  aws_cloudwatch_log_delivery_source: of(
    "CloudWatchLogs",
    ["GetDeliverySource", "ListTagsForResource"],
    ["PutDeliverySource", "DeleteDeliverySource"],
  ),
  aws_cloudwatch_metric_alarm: of(
    "CloudWatch",
    ["DescribeAlarms", "ListTagsForResource"],
    ["PutMetricAlarm", "DeleteAlarms", "TagResource"],
  ),
  aws_db_instance: of(
    "RDS",
    ["DescribeDBInstances", "ListTagsForResource"],
    [...lives("DBInstance"), "AddTagsToResource"],
  ),
  aws_db_parameter_group: of(
    "RDS",
    ["DescribeDBParameterGroups", "DescribeDBParameters", "ListTagsForResource"],
    [...lives("DBParameterGroup"), "ResetDBParameterGroup"],
  ),
  aws_db_subnet_group: of("RDS", ["DescribeDBSubnetGroups", "ListTagsForResource"], lives("DBSubnetGroup")),
  aws_eks_access_entry: of(
    "EKS",
    ["DescribeAccessEntry"],
    ["CreateAccessEntry", "DeleteAccessEntry", "TagResource"],
  ),
  aws_eks_pod_identity_association: of(
    "EKS",
    ["DescribePodIdentityAssociation"],
    ["CreatePodIdentityAssociation", "DeletePodIdentityAssociation", "UpdatePodIdentityAssociation"],
  ),
  aws_elasticache_parameter_group: of(
    "ElastiCache",
    ["DescribeCacheParameterGroups", "DescribeCacheParameters", "ListTagsForResource"],
    [...lives("CacheParameterGroup"), "ResetCacheParameterGroup"],
  ),
  aws_elasticache_replication_group: of(
    "ElastiCache",
    ["DescribeReplicationGroups", "DescribeCacheClusters", "ListTagsForResource"],
    [...lives("ReplicationGroup"), "IncreaseReplicaCount", "DecreaseReplicaCount", ...CACHE_TAGS],
  ),
  aws_elasticache_subnet_group: of(
    "ElastiCache",
    ["DescribeCacheSubnetGroups", "ListTagsForResource"],
    lives("CacheSubnetGroup"),
  ),
  aws_elasticache_user: of("ElastiCache", ["DescribeUsers", "ListTagsForResource"], lives("User")),
  aws_elasticache_user_group: of(
    "ElastiCache",
    ["DescribeUserGroups", "ListTagsForResource"],
    lives("UserGroup"),
  ),
  aws_opensearch_domain: of(
    "OpenSearch",
    ["DescribeDomain", "DescribeDomainConfig", "GetCompatibleVersions", "ListTags"],
    ["CreateDomain", "UpdateDomainConfig", "UpgradeDomain", "GetUpgradeStatus", "DeleteDomain", "AddTags"],
  ),
  aws_rds_cluster: of(
    "RDS",
    ["DescribeDBClusters", "DescribeGlobalClusters", "ListTagsForResource"],
    lives("DBCluster"),
  ),
  aws_rds_cluster_instance: of("RDS", ["DescribeDBInstances", "ListTagsForResource"], lives("DBInstance")),
  aws_rds_cluster_parameter_group: of(
    "RDS",
    ["DescribeDBClusterParameterGroups", "DescribeDBClusterParameters", "ListTagsForResource"],
    [...lives("DBClusterParameterGroup"), "ResetDBClusterParameterGroup"],
  ),
  aws_route53_record: of(
    "Route53",
    ["GetHostedZone", "ListResourceRecordSets"],
    ["ChangeResourceRecordSets", "GetChange"],
  ),
  aws_route53_zone: of(
    "Route53",
    ["GetHostedZone", "ListResourceRecordSets", "ListTagsForResource"],
    ["CreateHostedZone", "DeleteHostedZone", "UpdateHostedZoneComment", "ChangeTagsForResource", "GetChange"],
  ),
  aws_security_group: of(
    "EC2",
    ["DescribeSecurityGroups", "DescribeNetworkInterfaces"],
    ["CreateSecurityGroup", "DeleteSecurityGroup", "RevokeSecurityGroupEgress", "CreateTags"],
  ),
  aws_sqs_queue: of(
    "SQS",
    ["GetQueueAttributes", "ListQueueTags"],
    ["CreateQueue", "SetQueueAttributes", "DeleteQueue", "TagQueue", "UntagQueue"],
  ),
  aws_sqs_queue_policy: of("SQS", ["GetQueueAttributes"], ["SetQueueAttributes"]),
  aws_vpc_security_group_ingress_rule: of(
    "EC2",
    ["DescribeSecurityGroupRules"],
    ["AuthorizeSecurityGroupIngress", "ModifySecurityGroupRules", "RevokeSecurityGroupIngress", "CreateTags"],
  ),
  aws_wafv2_web_acl: of(
    "WAFV2",
    ["GetWebACL", "ListTagsForResource"],
    ["CreateWebACL", "UpdateWebACL", "DeleteWebACL", "TagResource"],
  ),
};
