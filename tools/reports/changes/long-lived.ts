/**
 * Types whose removal or renaming loses data, names or addresses that others rely on, with what goes with each. A
 * module may hold any.
 */
export const LONG_LIVED: Readonly<Record<string, string>> = {
  aws_accessanalyzer_analyzer: "its findings, and which of them were archived",
  aws_cloudfront_distribution: "its answers to visitors, until AWS has taken a new one to all of its places",
  aws_cloudwatch_log_group: "the log lines in it",
  aws_ec2_client_vpn_endpoint: "the address in the configuration of every client",
  aws_db_instance: "its data",
  aws_ecr_repository: "its images",
  aws_dynamodb_table: "its items",
  aws_efs_file_system: "its files",
  aws_eip: "an address that others may have allow-listed: AWS gives no address out again on request",
  aws_elasticache_replication_group: "the keys in it",
  aws_eks_cluster: "everything that runs in it",
  aws_eks_node_group: "its nodes, all at once",
  aws_guardduty_detector: "its findings",
  aws_kms_key: "all that it encrypts",
  aws_oam_sink: "the id that the links of every workload cluster name",
  aws_opensearch_domain: "its indexes",
  aws_prometheus_workspace: "its samples, and the id that every workload cluster writes to",
  aws_rds_cluster: "its data",
  aws_rds_cluster_instance: "the connections to it",
  aws_route53_zone: "its records, and the name servers that its parent zone delegates to",
  aws_s3_bucket: "its objects",
  aws_secretsmanager_secret: "its values",
  aws_secretsmanager_secret_version: "a value of the secret",
  aws_sns_topic: "its subscriptions, which people confirmed by email",
  aws_sns_topic_subscription: "the consent that its receiver gave by email",
  aws_subnet: "all that is in it",
  aws_vpc: "all that is in it",
  github_repository_environment: "its secrets, which workflows sign in with",
  kubernetes_namespace_v1: "every object in it",
  module: "whatever is in it",
  pingdom_check: "the history of the page's uptime",
  sentry_key: "the address that applications send exceptions to",
  sentry_project: "its exceptions and their history",
  tfe_team: "its tokens, by which workflows sign in",
  tfe_workspace: "its state and its history",
};

/** Charts that bring kinds from their templates, so that these go with the release, and what goes with the kinds. */
export const KINDS_IN_TEMPLATES: Readonly<Record<string, string>> = {
  "external-secrets": "every ExternalSecret, and every Secret that one has made",
};

/**
 * Attributes whose change makes the provider destroy a resource and create another. Those of AWS are the ones for
 * which the provider plans a replacement when nothing but they change.
 */
export const REPLACING: Readonly<Record<string, readonly string[]>> = {
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group */
  aws_cloudwatch_log_group: ["log_group_class", "name", "name_prefix"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance */
  aws_db_instance: [
    "availability_zone",
    "character_set_name",
    "custom_iam_instance_profile",
    "db_name",
    "engine",
    "kms_key_id",
    "restore_to_point_in_time",
    "snapshot_identifier",
    "storage_encrypted",
    "timezone",
    "username",
  ],
  /**
   * A database moves to no other subnet group, so it is replaced too.
   *
   * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_subnet_group
   */
  aws_db_subnet_group: ["name", "name_prefix"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table */
  aws_dynamodb_table: ["hash_key", "import_table", "local_secondary_index", "name", "range_key"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository */
  aws_ecr_repository: [
    "encryption_configuration.encryption_type",
    "encryption_configuration.kms_key",
    "name",
  ],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eip */
  aws_eip: ["address", "domain", "ipam_pool_id", "network_border_group", "public_ipv4_pool"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster */
  aws_eks_cluster: [
    "name",
    "role_arn",
    "bootstrap_self_managed_addons",
    "access_config.bootstrap_cluster_creator_admin_permissions",
    "compute_config.node_role_arn",
    "encryption_config",
    "kubernetes_network_config.ip_family",
    "kubernetes_network_config.service_ipv4_cidr",
    "outpost_config",
    "remote_network_config",
  ],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_node_group */
  aws_eks_node_group: [
    "ami_type",
    "capacity_type",
    "cluster_name",
    "disk_size",
    "instance_types",
    "launch_template.id",
    "launch_template.name",
    "node_group_name",
    "node_group_name_prefix",
    "node_role_arn",
    "remote_access",
    "subnet_ids",
  ],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group */
  aws_elasticache_replication_group: [
    "at_rest_encryption_enabled",
    "data_tiering_enabled",
    "kms_key_id",
    "port",
    "replication_group_id",
    "snapshot_arns",
    "snapshot_name",
    "subnet_group_name",
  ],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_openid_connect_provider */
  aws_iam_openid_connect_provider: ["url"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role */
  aws_iam_role: ["name", "name_prefix", "path"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key */
  aws_kms_key: ["custom_key_store_id", "customer_master_key_spec", "key_usage", "multi_region", "xks_key_id"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/nat_gateway */
  aws_nat_gateway: ["allocation_id", "connectivity_type", "private_ip", "subnet_id"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain */
  aws_opensearch_domain: ["domain_name", "encrypt_at_rest.kms_key_id"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/prometheus_workspace */
  aws_prometheus_workspace: ["kms_key_arn"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster */
  aws_rds_cluster: [
    "availability_zones",
    "cluster_identifier",
    "cluster_identifier_prefix",
    "cluster_scalability_type",
    "database_name",
    "db_subnet_group_name",
    "db_system_id",
    "engine",
    "engine_mode",
    "kms_key_id",
    "master_username",
    "restore_to_point_in_time",
    "s3_import",
    "snapshot_identifier",
    "source_region",
    "storage_encrypted",
    "storage_type",
  ],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance */
  aws_rds_cluster_instance: [
    "availability_zone",
    "cluster_identifier",
    "custom_iam_instance_profile",
    "db_subnet_group_name",
    "engine",
    "identifier",
    "identifier_prefix",
  ],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_zone */
  aws_route53_zone: ["delegation_set_id", "name"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket */
  aws_s3_bucket: ["bucket", "bucket_prefix", "object_lock_enabled"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret */
  aws_secretsmanager_secret: ["name", "name_prefix"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group */
  aws_security_group: ["description", "name", "name_prefix", "vpc_id"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic */
  aws_sns_topic: ["fifo_topic", "name", "name_prefix"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet */
  aws_subnet: [
    "availability_zone",
    "availability_zone_id",
    "cidr_block",
    "ipv6_native",
    "outpost_arn",
    "vpc_id",
  ],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc */
  aws_vpc: ["cidr_block", "instance_tenancy", "ipv4_ipam_pool_id", "ipv4_netmask_length"],
  /** @see https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release */
  helm_release: ["name", "namespace"],
  /** @see https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/namespace_v1 */
  kubernetes_namespace_v1: ["metadata.name"],
  /** Bucket of `modules/secure-bucket`. */
  module: ["name"],
};
