import { ACCEPTED_IN_TENANTS } from "./accepted-in-tenants";

/** A finding of Checkov's that stays. */
export interface AcceptedFinding {
  readonly check: string;

  /** Places: the stack without its environment, then the address, with `*` for any characters. */
  readonly on: readonly string[];
  readonly reason: string;

  /**
   * True if only a plan shows it, so that it is not missed without plans.
   *
   * @default false
   */
  readonly onlyInPlans?: boolean;
}

const DATABASE = "cluster-infrastructure: aws_rds_cluster.*-database_cluster";
const INSTANCE = "cluster-infrastructure: aws_rds_cluster_instance.*-database_instance";
const CLUSTER = "cluster-infrastructure: aws_eks_cluster.eks_cluster";
const PUBLIC_ZONES = [
  "cluster-infrastructure: aws_route53_zone.zone_zone",
  "root-dns: aws_route53_zone.zones_external",
  "root-dns: aws_route53_zone.zones_publishing",
];
const SECRETS = [
  "cluster-infrastructure: aws_secretsmanager_secret.*",
  "cluster-services: aws_secretsmanager_secret.*",
];
const SENTRY_KEYS = ["external-services: aws_secretsmanager_secret.sentry-keys_*_secret"];
const TENANTS_SECRETS = ["tenant-*: aws_secretsmanager_secret.own_secret-*_secret"];
const STATE_BUCKET = "terraform-state: module.states_storage_bucket.aws_s3_bucket.this";
const LOG_BUCKET = "cluster-infrastructure: module.load-balancer-logs_bucket.aws_s3_bucket.this";
const BUCKET_MODULE = "modules/secure-bucket: aws_s3_bucket.this";

/** Every finding that is accepted. One that no longer occurs is an error. */
export const ACCEPTED_FINDINGS: readonly AcceptedFinding[] = [
  ...ACCEPTED_IN_TENANTS,
  {
    check: "CKV2_AWS_3",
    on: ["cluster-infrastructure: aws_guardduty_detector.threats_detector"],
    reason:
      "the detector is the account's; which accounts an AWS organisation watches is its own account's to say",
  },
  {
    check: "CKV2_AWS_8",
    on: [DATABASE],
    reason: "Aurora backs it up itself, for as long as the environment says",
  },
  {
    check: "CKV2_AWS_11",
    on: ["vpc: aws_vpc.network_vpc"],
    reason: "the main cluster's cluster-infrastructure records the VPC's connections",
  },
  {
    check: "CKV2_AWS_19",
    on: ["vpc: aws_eip.network_retained-address-*"],
    reason: "partners have allow-listed these addresses: they are kept, in use or not",
  },
  {
    check: "CKV2_AWS_19",
    on: ["cluster-infrastructure: aws_eip.load-balancer-addresses_*"],
    reason: "the controller of load balancers attaches these addresses, and partners have allow-listed them",
  },
  {
    check: "CKV2_AWS_27",
    on: [DATABASE],
    reason: "the log of every query would hold what people look for; errors are logged",
  },
  {
    check: "CKV2_AWS_38",
    on: PUBLIC_ZONES,
    reason: "signing needs records in the zones above, which others keep; a lost key takes every name down",
  },
  {
    check: "CKV2_AWS_39",
    on: PUBLIC_ZONES,
    reason: "Route 53 logs queries to us-east-1 only, where the platform has nothing; the names are public",
  },
  {
    check: "CKV2_AWS_57",
    on: SECRETS,
    reason:
      "raising a secret's version renews it on both sides; a rotation behind Terraform's back leaves one with the old",
  },
  {
    check: "CKV2_AWS_57",
    on: SENTRY_KEYS,
    reason: "only Sentry can renew a key that it gave out; it lets an application report errors and no more",
  },
  {
    check: "CKV2_AWS_57",
    on: TENANTS_SECRETS,
    reason:
      "the product's file raises the version of a secret when the product is ready for a new one; what is sealed with the old one would be lost",
  },
  {
    check: "CKV2_AWS_62",
    on: [LOG_BUCKET],
    reason: "nothing waits for what load balancers log",
    onlyInPlans: true,
  },
  {
    check: "CKV2_AWS_62",
    on: [BUCKET_MODULE],
    reason: "who wants to hear of objects subscribes to the bucket outside of the module",
  },
  {
    check: "CKV2_AWS_71",
    on: ["cluster-infrastructure: aws_acm_certificate.wildcard_certificate"],
    reason:
      "Ingresses come and go: the load balancer controller finds the one certificate by their host names",
  },
  {
    check: "CKV_AWS_18",
    on: [LOG_BUCKET],
    reason: "it is where load balancers log to",
    onlyInPlans: true,
  },
  {
    check: "CKV_AWS_38",
    on: [CLUSTER],
    reason:
      "HCP Terraform and GitHub come from addresses that nobody knows beforehand; IAM decides who gets in",
  },
  {
    check: "CKV_AWS_39",
    on: [CLUSTER],
    reason: "HCP Terraform and GitHub are outside of the network; IAM decides who gets in",
  },
  {
    check: "CKV_AWS_51",
    on: ["ecr: aws_ecr_repository.image-*_repository"],
    reason:
      "tags are immutable but for those that say what is deployed and for signatures; checkov knows only all or none",
  },
  {
    check: "CKV_AWS_118",
    on: [INSTANCE],
    reason: "the alarms on it need no more than CloudWatch's own metrics",
  },
  ...["CKV_AWS_229", "CKV_AWS_230", "CKV_AWS_231", "CKV_AWS_232"].map((check) => ({
    check,
    on: ["cluster-infrastructure: aws_network_acl.blocked-ranges_acl"],
    reason: "the ACL only denies ranges; security groups, which know connections, judge ports (decision 92)",
  })),
  {
    check: "CKV_AWS_130",
    on: ["cluster-infrastructure: aws_subnet.network_public-*"],
    reason: "only load balancers and NAT gateways are in there, which need public addresses",
  },
  {
    check: "CKV_AWS_144",
    on: [LOG_BUCKET],
    reason: "logs of load balancers need not outlive their region",
    onlyInPlans: true,
  },
  {
    check: "CKV_AWS_144",
    on: [BUCKET_MODULE],
    reason: "who needs a copy in another region adds it outside of the module; most buckets do not",
  },
  {
    check: "CKV_AWS_145",
    on: [LOG_BUCKET],
    reason: "load balancers can write only to buckets that S3's own keys encrypt",
    onlyInPlans: true,
  },
  {
    check: "CKV_AWS_149",
    on: [...SECRETS, ...SENTRY_KEYS],
    reason:
      "AWS's own key serves; one of ours is for sharing secrets with other accounts, which none of these is",
  },
  {
    check: "CKV_AWS_162",
    on: [DATABASE],
    reason:
      "Grafana and Argo Workflows sign in with passwords and cannot ask for a token every quarter of an hour",
  },
  {
    check: "CKV_AWS_300",
    on: ["modules/secure-bucket: aws_s3_bucket_lifecycle_configuration.this"],
    reason: "the rule is there; checkov does not see it beside a rule that depends on a variable",
  },
  {
    check: "CKV_AWS_327",
    on: [DATABASE],
    reason: "AWS's own key encrypts it; another key would make the database anew",
  },
  {
    check: "CKV_AWS_226",
    on: ["argo-workflows", "grafana"].map(
      (name) => `cluster-infrastructure: aws_rds_cluster_instance.${name}-database_instance`,
    ),
    reason:
      "Renovate moves the exact version that is written down, so that no unrelated apply upgrades a database",
  },
  {
    check: "CKV_AWS_338",
    on: ["cluster-services: aws_cloudwatch_log_group.container-logs_group"],
    reason: "the cluster's setting decides how long containers' logs stay, since they cost by volume",
  },
  {
    check: "CKV_AWS_338",
    on: ["cluster-infrastructure: aws_cloudwatch_log_group.fleet_metrics_logs_group"],
    reason: "lines about rules and messages that failed are of use until the fault is found",
  },
  {
    check: "CKV_AWS_338",
    on: ["cluster-infrastructure: aws_cloudwatch_log_group.eks_logs"],
    reason: "an environment that lives for days keeps logs for days; the others keep them for two years",
  },
  {
    check: "CKV_AWS_339",
    on: [CLUSTER],
    reason: "this version of checkov has not heard of Kubernetes 1.36",
  },
  {
    check: "CKV_AWS_341",
    on: ["cluster-infrastructure: aws_launch_template.node-group-*_launch-template"],
    reason: "pods are a hop behind their node, whose region and zone some ask it for; a token is required",
  },
  {
    check: "CKV_AWS_61",
    on: [
      "cluster-access: aws_iam_role.hub_role",
      "cluster-access: aws_iam_role.reader-*-assumed_role",
      "cluster-access: aws_iam_role.self-service-*_role_role",
      "cluster-infrastructure: aws_iam_role.fleet_metrics-of-*_role",
    ],
    reason:
      "the account stands for the one role that the condition names: IAM refuses a principal that is not there yet",
  },
  {
    check: "CKV_AWS_353",
    on: [INSTANCE],
    reason: "all queries are the add-ons' own, and nobody tunes them",
  },
  {
    check: "CKV_AWS_355",
    on: ["cluster-infrastructure: aws_iam_role_policy.node-role_permissions"],
    reason: "nodes pull from registries of several accounts, whose policies decide; see the role",
    onlyInPlans: true,
  },
  {
    check: "CKV_AWS_290",
    on: ["tfc-aws-config: aws_iam_policy.apply_change-network"],
    reason: "EC2 makes up the ids of what an apply makes, so that only conditions bound it; see the policy",
    onlyInPlans: true,
  },
  {
    check: "CKV_AWS_355",
    on: ["tfc-aws-config: aws_iam_policy.apply_*", "tfc-aws-config: aws_iam_policy.plan_*"],
    reason: "each statement on any resource says why beside it; the simulation holds what runs may not do",
    onlyInPlans: true,
  },
  {
    check: "CKV2_AWS_62",
    on: [STATE_BUCKET],
    reason: "nothing waits for a state to change",
    onlyInPlans: true,
  },
  {
    check: "CKV_AWS_18",
    on: [STATE_BUCKET],
    reason: "who reads a state is in CloudTrail; a bucket for logs would need a state of its own first",
    onlyInPlans: true,
  },
  {
    check: "CKV_AWS_19",
    on: [STATE_BUCKET],
    reason: "it has a key of its own, whose ARN the first plan does not know yet",
    onlyInPlans: true,
  },
  {
    check: "CKV_AWS_144",
    on: [STATE_BUCKET],
    reason: "a state describes one region, and is of no use without it",
    onlyInPlans: true,
  },
  {
    check: "CKV_AWS_145",
    on: [STATE_BUCKET],
    reason: "it has a key of its own, whose ARN the first plan does not know yet",
    onlyInPlans: true,
  },
  {
    check: "CKV_K8S_49",
    on: ["administrator", "fulladmin", "platformengineer", "tempadmin", "terraform-apply"].map(clusterRole),
    reason: "these levels administer the cluster, whatever kinds of objects it has",
  },
  {
    check: "CKV_K8S_49",
    on: [clusterRole("ithctester")],
    reason: "reads every kind of object that Argo and External Secrets bring",
  },
];

function clusterRole(level: string): string {
  return `cluster-access: kubernetes_cluster_role_v1.${level}_cluster-role`;
}
