import type { AdoptedAddress } from "../settings/state/adopted-address";
import type { StackName } from "../settings/state/stack-names";

const inStack = (stack: StackName, pairs: Readonly<Record<string, string>>): AdoptedAddress[] =>
  Object.entries(pairs).map(([from, to]) => ({ stack, from, becomes: { to } }));

const staying = (stack: StackName, staysBecause: string, ...from: readonly string[]): AdoptedAddress[] =>
  from.map((each) => ({ stack, from: each, becomes: { staysBecause } }));

const OLD_NODES = "nodes run in it until their pods were moved to a new node group";
const OLD_PASSWORD = "its value is in the state: Terraform stores a new one, and has it in no state";
const OLD_RIGHTS = "it gives rights that the role has by its own policy now";

/**
 * Addresses of GOV.UK's platform as its present Terraform has them, and the ones that the things get here. Things with
 * names of their own, such as zones, roles and releases, are found by those.
 *
 * @see https://github.com/alphagov/govuk-infrastructure/tree/main/terraform/deployments
 */
export const ADOPTED_ADDRESSES: readonly AdoptedAddress[] = [
  ...inStack("vpc", {
    "aws_vpc.vpc": "aws_vpc.network_vpc",
    "aws_internet_gateway.public": "aws_internet_gateway.network_internet-gateway",
    'aws_accessanalyzer_analyzer.analyzer["{region}"]':
      'aws_accessanalyzer_analyzer.network_access-analyzer["{region}"]',
    'aws_eip.private_subnet_nat["{zone}"]': "aws_eip.network_retained-address-{zone}",
    'aws_subnet.private_subnet["{name}"]': "aws_subnet.network_private-{name}_subnet",
    'aws_route_table.private_subnet["{name}"]': "aws_route_table.network_private-{name}_routes",
    'aws_route_table_association.private_subnet["{name}"]':
      "aws_route_table_association.network_private-{name}_routes-association",
    "aws_route_table.public_subnet": "aws_route_table.network_public",
    "aws_route.public_subnet_igw": "aws_route.network_public-internet",
  }),
  ...inStack("root-dns", {
    "aws_route53_zone.internal_zone": "aws_route53_zone.zones_internal",
    "aws_route53_zone.external_zone": "aws_route53_zone.zones_external",
    "aws_route53_zone.publishing_subdomain": "aws_route53_zone.zones_publishing",
  }),
  ...inStack("cluster-infrastructure", {
    'aws_subnet.eks_control_plane["{zone}"]': "aws_subnet.network_control-plane-{zone}_subnet",
    'aws_route_table.eks_control_plane["{zone}"]': "aws_route_table.network_control-plane-{zone}_routes",
    'aws_route_table_association.eks_control_plane["{zone}"]':
      "aws_route_table_association.network_control-plane-{zone}_routes-association",
    'aws_route.eks_control_plane_nat["{zone}"]': "aws_route.network_control-plane-{zone}-nat",
    'aws_subnet.eks_private["{zone}"]': "aws_subnet.network_private-{zone}_subnet",
    'aws_route_table.eks_private["{zone}"]': "aws_route_table.network_private-{zone}_routes",
    'aws_route_table_association.eks_private["{zone}"]':
      "aws_route_table_association.network_private-{zone}_routes-association",
    'aws_route.eks_private_nat["{zone}"]': "aws_route.network_private-{zone}-nat",
    'aws_subnet.eks_public["{zone}"]': "aws_subnet.network_public-{zone}",
    "aws_route_table.eks_public": "aws_route_table.network_public",
    'aws_route_table_association.eks_public["{zone}"]':
      "aws_route_table_association.network_public-{zone}-routes",
    "aws_route.public_internet_gateway": "aws_route.network_public-internet",
    'aws_eip.eks_nat["{zone}"]': "aws_eip.network_nat-address-{zone}",
    'aws_nat_gateway.eks["{zone}"]': "aws_nat_gateway.network_nat-{zone}",
    "module.eks.aws_eks_cluster.this[0]": "aws_eks_cluster.eks_cluster",
    "module.eks.aws_iam_role.this[0]": "aws_iam_role.eks_role_role",
    'module.eks.aws_iam_role_policy_attachment.this["AmazonEKSClusterPolicy"]':
      "aws_iam_role_policy_attachment.eks_role_amazon-eks-cluster-policy",
    'module.eks.aws_iam_role_policy_attachment.additional["AmazonEKSVPCResourceController"]':
      "aws_iam_role_policy_attachment.eks_role_amazon-eksvpc-resource-controller",
    "module.eks.aws_iam_openid_connect_provider.oidc_provider[0]":
      "aws_iam_openid_connect_provider.eks_oidc-provider",
    "module.eks.aws_cloudwatch_log_group.this[0]": "aws_cloudwatch_log_group.eks_logs",
    "aws_kms_key.eks": "aws_kms_key.eks_encryption_key",
    "aws_iam_role.node": "aws_iam_role.node-role_role",
    'aws_iam_role_policy_attachment.node["AmazonEKSWorkerNodePolicy"]':
      "aws_iam_role_policy_attachment.node-role_amazon-eks-worker-node-policy",
    "aws_route53_zone.cluster_public": "aws_route53_zone.zone_zone",
    "aws_route53_record.cluster_public_ns_parent": "aws_route53_record.zone_delegation",
    "aws_route53_record.cluster_public_soa": "aws_route53_record.zone_soa",
    "aws_acm_certificate.cluster_public": "aws_acm_certificate.wildcard_certificate",
    'aws_route53_record.cluster_public_cert_validation["*.{domain}"]':
      "aws_route53_record.wildcard_validation-{domain}",
    "aws_acm_certificate_validation.cluster_public": "aws_acm_certificate_validation.wildcard_issued",
    "module.grafana_db[0].aws_rds_cluster.this[0]": "aws_rds_cluster.grafana-database_cluster",
    'module.grafana_db[0].aws_rds_cluster_instance.this["one"]':
      "aws_rds_cluster_instance.grafana-database_instance",
    "module.grafana_db[0].aws_db_subnet_group.this[0]": "aws_db_subnet_group.grafana-database_subnets",
    "aws_route53_record.grafana_db[0]": "aws_route53_record.grafana-database_record",
    "aws_secretsmanager_secret.grafana_db[0]": "aws_secretsmanager_secret.grafana-database_secret_secret",
    "aws_sns_topic.slack_channel": "aws_sns_topic.alarms_topic",
    "aws_sns_topic_subscription.slack_channel[0]": "aws_sns_topic_subscription.alarms_email",
    "aws_networkflowmonitor_scope.govuk[0]": "aws_networkflowmonitor_scope.flow-monitor_scope",
    "aws_networkflowmonitor_monitor.govuk[0]": "aws_networkflowmonitor_monitor.flow-monitor_monitor",
    "aws_security_group.vpc_endpoints": "aws_security_group.endpoints_security-group",
    "aws_vpc_endpoint.{service}[0]": "aws_vpc_endpoint.endpoints_{service}",
    "aws_cloudwatch_query_definition.oom_killed_pods": "aws_cloudwatch_query_definition.oom-killed-pods",
  }),
  ...staying(
    "cluster-infrastructure",
    OLD_NODES,
    'module.eks.module.eks_managed_node_group["{group}"].{resource}',
    'aws_iam_role_policy_attachment.node["{policy}"]',
    "aws_iam_role_policy_attachment.pull_from_ecr",
    "aws_iam_policy.pull_from_ecr",
  ),
  ...staying("cluster-infrastructure", OLD_PASSWORD, "aws_secretsmanager_secret_version.grafana_db[0]"),
  ...inStack("cluster-access", {
    'module.{level}.aws_eks_access_entry.entry["{role}"]': 'aws_eks_access_entry.entries_{level}["{role}"]',
    'module.{level}.aws_eks_access_policy_association.entry["{role}"]':
      'aws_eks_access_policy_association.entries_{level}-policy["{role}"]',
    "module.{level}.kubernetes_cluster_role_v1.cluster_role":
      "kubernetes_cluster_role_v1.{level}_cluster-role",
    "module.{level}.kubernetes_cluster_role_binding_v1.cluster_role":
      "kubernetes_cluster_role_binding_v1.{level}_cluster-role-binding",
    'module.{level}.kubernetes_role_v1.namespace_role["{namespace}"]':
      "kubernetes_role_v1.{level}_{namespace}-role",
    'module.{level}.kubernetes_role_binding_v1.namespace_role["{namespace}"]':
      "kubernetes_role_binding_v1.{level}_{namespace}-role-binding",
  }),
  ...inStack("cluster-services", {
    "module.secure_s3_bucket_tempo.aws_s3_bucket_policy.bucket_policy":
      "module.traces_bucket.aws_s3_bucket_policy.this",
    "module.secure_s3_bucket_tempo.aws_s3_bucket_public_access_block.this[0]":
      "module.traces_bucket.aws_s3_bucket_public_access_block.this",
    "module.secure_s3_bucket_tempo.aws_s3_bucket_ownership_controls.owner":
      "module.traces_bucket.aws_s3_bucket_ownership_controls.this",
    "module.secure_s3_bucket_tempo.{type}.this": "module.traces_bucket.{type}.this",
  }),
  ...staying("cluster-services", OLD_RIGHTS, "module.{role}_iam_role.{resource}"),
];
