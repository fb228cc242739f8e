/** Types whose removal or renaming loses data, names or addresses that others rely on. A module may hold any. */
export const LONG_LIVED: ReadonlySet<string> = new Set([
  "aws_eks_cluster",
  "aws_eks_node_group",
  "aws_kms_key",
  "aws_rds_cluster",
  "aws_rds_cluster_instance",
  "aws_route53_zone",
  "aws_s3_bucket",
  "aws_secretsmanager_secret",
  "aws_subnet",
  "aws_vpc",
  "module",
]);

/** Attributes whose change makes the provider destroy a resource and create another. */
export const REPLACING: Readonly<Record<string, readonly string[]>> = {
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster */
  aws_eks_cluster: [
    "name",
    "role_arn",
    "bootstrap_self_managed_addons",
    "access_config.bootstrap_cluster_creator_admin_permissions",
    "encryption_config",
    "kubernetes_network_config.ip_family",
    "kubernetes_network_config.service_ipv4_cidr",
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
    "node_role_arn",
    "remote_access",
    "subnet_ids",
  ],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role */
  aws_iam_role: ["name", "name_prefix", "path"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key */
  aws_kms_key: ["customer_master_key_spec", "key_usage", "multi_region"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/nat_gateway */
  aws_nat_gateway: ["allocation_id", "connectivity_type", "private_ip", "subnet_id"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster */
  aws_rds_cluster: [
    "availability_zones",
    "cluster_identifier",
    "database_name",
    "db_subnet_group_name",
    "engine",
    "engine_mode",
    "kms_key_id",
    "master_username",
    "snapshot_identifier",
    "storage_encrypted",
  ],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance */
  aws_rds_cluster_instance: ["availability_zone", "cluster_identifier", "engine", "identifier"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_zone */
  aws_route53_zone: ["name"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket */
  aws_s3_bucket: ["bucket", "bucket_prefix"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret */
  aws_secretsmanager_secret: ["name", "name_prefix"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet */
  aws_subnet: ["availability_zone", "availability_zone_id", "cidr_block", "vpc_id"],
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc */
  aws_vpc: ["cidr_block"],
  /** @see https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release */
  helm_release: ["name", "namespace"],
  /** @see https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/namespace_v1 */
  kubernetes_namespace_v1: ["metadata.name"],
  /** Bucket of `modules/secure-bucket`. */
  module: ["name"],
};
