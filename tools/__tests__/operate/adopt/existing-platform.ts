import type { JsonMap } from "../../../terraform-json/json-map";
import type { Json } from "../../../../src/output/leaves";

/** State of a platform as its Terraform of today makes it, in the form of `terraform show -json`. */
export type ExistingStates = Readonly<Record<string, readonly JsonMap[]>>;

/** Network and names that differ between the environments of GOV.UK's platform. */
export interface Place {
  readonly environment: string;

  /** First two numbers of the VPC's addresses. */
  readonly network: string;
  readonly publishing: string;
}

export const PLACES: readonly Place[] = [
  { environment: "integration", network: "10.1", publishing: "integration.publishing.service.gov.uk" },
  { environment: "staging", network: "10.12", publishing: "staging.publishing.service.gov.uk" },
  { environment: "production", network: "10.13", publishing: "publishing.service.gov.uk" },
];

const ZONES = ["a", "b", "c"];
const LEVELS = ["developer", "fulladmin", "readonly", "platformengineer"];
const ROLE = "arn:aws:iam::123456789012:role/someone.developer";

const RESOURCE = /([a-z][a-z0-9_]*)\.([^.[]+)(?:\[(?:\d+|"[^"]*")\])?$/;

/** A resource as `terraform show -json` prints it. */
export function resource(address: string, values: JsonMap = {}, sensitive: JsonMap = {}): JsonMap {
  const [, type = "", name = ""] = RESOURCE.exec(address) ?? [];
  const all: JsonMap = { id: `id-of-${address}`, ...values };
  return { address, mode: "managed", type, name, values: all, sensitive_values: sensitive };
}

/** Resources as `terraform show -json` prints a state. */
export const shownState = (resources: readonly Json[]): string =>
  JSON.stringify({
    format_version: "1.0",
    terraform_version: "1.15.0",
    values: { root_module: { resources } },
  });

const named = (name: string): JsonMap => ({ tags: { Name: name } });
const metadata = (name: string, namespace?: string): JsonMap => ({
  metadata: [{ name, ...(namespace !== undefined && { namespace }) }],
});

/**
 * States of an environment of GOV.UK's platform, with the addresses and names of its public Terraform.
 *
 * @see https://github.com/alphagov/govuk-infrastructure/tree/main/terraform/deployments
 */
export const existingStates = (place: Place): ExistingStates => ({
  vpc: vpc(place),
  "root-dns": rootDns(place),
  "cluster-infrastructure": clusterInfrastructure(place),
  "cluster-access": clusterAccess(),
  "cluster-services": clusterServices(place),
});

const LEGACY: Readonly<Record<string, number>> = {
  a: 4,
  elasticache_a: 7,
  rds_a: 10,
  rds_b: 11,
  rds_c: 12,
  elasticsearch_a: 16,
};

function vpc({ environment, network }: Place): JsonMap[] {
  return [
    resource("aws_vpc.vpc", { cidr_block: `${network}.0.0/16`, ...named(`govuk-vpc-${environment}`) }),
    resource("aws_internet_gateway.public", named(`govuk-ig-${environment}`)),
    resource('aws_accessanalyzer_analyzer.analyzer["eu-west-1"]'),
    resource("aws_route_table.public_subnet", named("govuk_public")),
    resource("aws_route.public_subnet_igw"),
    ...ZONES.map((zone) =>
      resource(`aws_eip.private_subnet_nat["eu-west-1${zone}"]`, {
        domain: "vpc",
        ...named(`eu-west-1${zone}-nat`),
      }),
    ),
    ...Object.entries(LEGACY).flatMap(([name, third]) => [
      resource(`aws_subnet.private_subnet["${name}"]`, {
        cidr_block: `${network}.${third}.0/24`,
        availability_zone: `eu-west-1${name.at(-1)!}`,
      }),
      resource(`aws_route_table.private_subnet["${name}"]`, named(`govuk_private_${name}`)),
      resource(`aws_route_table_association.private_subnet["${name}"]`),
    ]),
  ];
}

const rootDns = ({ environment, publishing }: Place): JsonMap[] => [
  resource("aws_route53_zone.internal_zone", { name: `${environment}.govuk-internal.digital` }),
  resource("aws_route53_zone.external_zone", { name: `${environment}.govuk.digital` }),
  resource("aws_route53_zone.publishing_subdomain", { name: publishing }),
  resource("aws_route53_record.publishing_fastly_acme_challenge[0]"),
];

/** Role of the cluster, whose name the module for EKS makes up. */
export const CLUSTER_ROLE = "govuk-cluster-20220408120000000000000001";

function clusterInfrastructure({ environment, network, publishing }: Place): JsonMap[] {
  const zone = `eks.${environment}.govuk.digital`;
  return [
    ...subnets(network),
    resource("module.eks.aws_eks_cluster.this[0]", {
      name: "govuk",
      encryption_config: [{ provider: [{ key_arn: "arn:key" }], resources: ["secrets"] }],
    }),
    resource("module.eks.aws_iam_role.this[0]", { name: CLUSTER_ROLE }),
    resource('module.eks.aws_iam_role_policy_attachment.this["AmazonEKSClusterPolicy"]'),
    resource('module.eks.aws_iam_role_policy_attachment.additional["AmazonEKSVPCResourceController"]'),
    resource("module.eks.aws_iam_openid_connect_provider.oidc_provider[0]"),
    resource("module.eks.aws_cloudwatch_log_group.this[0]", { name: "/aws/eks/govuk/cluster" }),
    resource("module.eks.time_sleep.this[0]"),
    ...["coredns", "kube-proxy"].map((name) =>
      resource(`module.eks.aws_eks_addon.this["${name}"]`, { addon_name: name }),
    ),
    resource('module.eks.aws_eks_addon.before_compute["vpc-cni"]', { addon_name: "vpc-cni" }),
    ...["aws_eks_node_group", "aws_launch_template"].map((type) =>
      resource(`module.eks.module.eks_managed_node_group["arm_green"].${type}.this[0]`),
    ),
    resource("aws_kms_key.eks"),
    resource("aws_iam_role.node", { name: "govuk-node-group" }),
    ...["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonSSMManagedInstanceCore"].map((policy) =>
      resource(`aws_iam_role_policy_attachment.node["${policy}"]`),
    ),
    resource("module.external_dns_iam_role.aws_iam_role.this[0]", { name: "external-dns-govuk" }),
    resource('module.external_dns_iam_role.aws_iam_role_policy_attachment.this["EKSExternalDNS-govuk"]'),
    resource("aws_iam_policy.external_dns", { name: "EKSExternalDNS-govuk" }),
    resource("aws_route53_zone.cluster_public", { name: zone }),
    resource("aws_route53_record.cluster_public_ns_parent", {
      zone_id: "Z1",
      name: "eks",
      fqdn: zone,
      type: "NS",
    }),
    resource("aws_route53_record.cluster_public_soa"),
    resource("aws_acm_certificate.cluster_public", { domain_name: `*.${zone}` }),
    ...[zone, publishing].map((domain) =>
      resource(`aws_route53_record.cluster_public_cert_validation["*.${domain}"]`),
    ),
    resource("aws_acm_certificate_validation.cluster_public"),
    ...grafana(),
    resource("aws_sns_topic.slack_channel", { name: "govuk-slack-alerts" }),
    resource("aws_sns_topic_subscription.slack_channel[0]"),
    resource('aws_cloudwatch_metric_alarm.node_group_limit["arm_green"]', {
      alarm_name: "govuk-arm_green-node-group-limit",
    }),
    resource("aws_cloudwatch_query_definition.oom_killed_pods"),
    resource("aws_security_group.vpc_endpoints", {
      name: `vpc-endpoints-${environment}`,
      description: "Allow ingress from VPC on port 443",
    }),
    ...["ecr_api", "ecr_dkr", "s3", "secretsmanager"].map((name) => resource(`aws_vpc_endpoint.${name}[0]`)),
  ];
}

const subnets = (network: string): JsonMap[] => [
  resource("aws_route_table.eks_public", named("govuk-eks-public")),
  resource("aws_route.public_internet_gateway"),
  ...ZONES.flatMap((zone, index) => [
    ...subnet("control_plane", "control-plane", zone, `${network}.19.${16 * index}/28`),
    ...subnet("private", "private", zone, `${network}.${24 + 4 * index}.0/22`),
    resource(`aws_subnet.eks_public["${zone}"]`, {
      cidr_block: `${network}.${20 + index}.0/24`,
      availability_zone: `eu-west-1${zone}`,
    }),
    resource(`aws_route_table_association.eks_public["${zone}"]`),
    resource(`aws_eip.eks_nat["${zone}"]`, { domain: "vpc", ...named(`govuk-eks-nat-${zone}`) }),
    resource(`aws_nat_gateway.eks["${zone}"]`, named(`govuk-eks-${zone}`)),
  ]),
];

const subnet = (tier: string, tag: string, zone: string, cidr: string): JsonMap[] => [
  resource(`aws_subnet.eks_${tier}["${zone}"]`, {
    cidr_block: cidr,
    availability_zone: `eu-west-1${zone}`,
  }),
  resource(`aws_route_table.eks_${tier}["${zone}"]`, named(`govuk-eks-${tag}-${zone}`)),
  resource(`aws_route_table_association.eks_${tier}["${zone}"]`),
  resource(`aws_route.eks_${tier}_nat["${zone}"]`),
];

/** Password of a database that no output may show. */
export const SECRET = "correct horse battery staple";

const grafana = (): JsonMap[] => [
  resource("module.grafana_db[0].aws_rds_cluster.this[0]", {
    cluster_identifier: "grafana-govuk",
    database_name: "grafana",
    engine: "aurora-postgresql",
    engine_mode: "provisioned",
    master_username: "root",
    master_password: SECRET,
    storage_encrypted: true,
  }),
  resource('module.grafana_db[0].aws_rds_cluster_instance.this["one"]', {
    identifier: "grafana-govuk-instance-1",
    engine: "aurora-postgresql",
  }),
  resource("module.grafana_db[0].aws_db_subnet_group.this[0]", { name: "grafana-govuk" }),
  resource("module.grafana_db[0].aws_security_group.this[0]", { name: "grafana-govuk-2022" }),
  resource("aws_route53_record.grafana_db[0]"),
  resource("aws_secretsmanager_secret.grafana_db[0]", { name: "govuk/grafana/database" }),
  resource(
    "aws_secretsmanager_secret_version.grafana_db[0]",
    { secret_string: SECRET },
    { secret_string: true },
  ),
  resource("random_password.grafana_db[0]", { result: SECRET }, { result: true }),
];

const clusterAccess = (): JsonMap[] => [
  ...["apps", "licensify", "datagovuk"].map((name) =>
    resource(`kubernetes_namespace_v1.${name}`, metadata(name)),
  ),
  ...LEVELS.flatMap((level) => [
    resource(`module.${level}.aws_eks_access_entry.entry["${ROLE}"]`),
    resource(`module.${level}.kubernetes_cluster_role_v1.cluster_role`, metadata(level)),
    resource(`module.${level}.kubernetes_cluster_role_binding_v1.cluster_role`, metadata(`${level}-binding`)),
  ]),
  resource('module.developer.kubernetes_role_v1.namespace_role["apps"]', metadata("developer", "apps")),
];

const RELEASES: Readonly<Record<string, readonly [string, string]>> = {
  argo_cd: ["argo-cd", "cluster-services"],
  argo_bootstrap: ["argo-bootstrap", "cluster-services"],
  argo_workflows: ["argo-workflows", "cluster-services"],
  aws_ebs_csi_driver: ["aws-ebs-csi-driver", "kube-system"],
  aws_lb_controller: ["aws-load-balancer-controller", "cluster-services"],
  dex: ["dex", "cluster-services"],
  external_dns: ["external-dns", "cluster-services"],
  external_secrets: ["external-secrets", "cluster-services"],
  filebeat: ["filebeat", "cluster-services"],
};

const clusterServices = ({ environment }: Place): JsonMap[] => [
  ...Object.entries(RELEASES).map(([id, [name, namespace]]) =>
    resource(`helm_release.${id}`, { name, namespace }),
  ),
  resource("kubernetes_namespace_v1.monitoring", metadata("monitoring")),
  resource("module.gatekeeper.kubernetes_namespace_v1.gatekeeper", metadata("gatekeeper-system")),
  resource("module.gatekeeper.helm_release.gatekeeper", {
    name: "gatekeeper",
    namespace: "gatekeeper-system",
  }),
  resource("module.gatekeeper.kubectl_manifest.config_sync"),
  resource('random_password.dex_secret["grafana"]', { result: SECRET }, { result: true }),
  resource('kubernetes_secret_v1.dex_client["apps-grafana"]', metadata("dex-client", "apps")),
  resource("module.secure_s3_bucket_tempo.aws_s3_bucket.this", { bucket: `govuk-${environment}-tempo` }),
  resource("module.secure_s3_bucket_tempo.aws_s3_bucket_policy.bucket_policy"),
  resource("module.tempo_iam_role.aws_iam_role.this[0]", { name: "tempo-govuk" }),
  resource('module.tempo_iam_role.aws_iam_role_policy_attachment.this["TempoPolicy"]'),
];
