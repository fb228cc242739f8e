import { asList, asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import {
  addresses,
  charactersOfInlinePolicies,
  count,
  each,
  items,
  length,
  type Measurement,
  number,
  perValue,
  scaling,
} from "./measure";
import { TENANT_LIMITS } from "./tenant-limits";

/** Bound that AWS documents, as it is in a new account. */
export interface Limit {
  readonly says: string;
  readonly least?: number;
  readonly most?: number;

  /** Page of AWS that states it. */
  readonly source: string;
  readonly measure: (stack: JsonMap) => readonly Measurement[];
}

const EKS = "https://docs.aws.amazon.com/general/latest/gr/eks.html";
const NODE_GROUP = "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html";
const GROUP_SIZE = "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html";
const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
const VPC = "https://docs.aws.amazon.com/general/latest/gr/vpc-service.html";
const SUBNETS = "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html";
const NETWORK = "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html";
const BALANCERS =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html";
const TAGS = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html";
const RDS =
  "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html";
const AURORA = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html";
const ALARMS = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html";
const KMS = "https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html";
const PODS = "https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html";

/** Prefix of the subnets whose tags match. */
const prefixOf =
  (tag: RegExp) =>
  ({ cidr_block: cidr, tags }: JsonMap): number | undefined =>
    Object.keys(asMap(tags)).some((key) => tag.test(key)) ? Number(textOf(cidr).split("/")[1]) : undefined;

/** Limits that every stack of an accepted environment keeps. */
export const LIMITS: readonly Limit[] = [
  {
    says: "a role's trust",
    most: 2048,
    source: IAM,
    measure: each("aws_iam_role", length("assume_role_policy")),
  },
  { says: "a managed policy", most: 6144, source: IAM, measure: each("aws_iam_policy", length("policy")) },
  { says: "a role's own policies together", most: 10_240, source: IAM, measure: charactersOfInlinePolicies },
  {
    says: "managed policies of a role",
    most: 10,
    source: IAM,
    measure: perValue("aws_iam_role_policy_attachment", "role"),
  },
  { says: "a role's name", most: 64, source: IAM, measure: each("aws_iam_role", length("name")) },
  { says: "a key's policy", most: 32_768, source: KMS, measure: each("aws_kms_key", length("policy")) },
  {
    says: "zones of a control plane's subnets",
    least: 2,
    source: NETWORK,
    measure: each("aws_eks_cluster", (block) => asList(asMap(block.vpc_config).subnet_ids).length),
  },
  {
    says: "ranges of a public endpoint",
    most: 40,
    source: EKS,
    measure: each("aws_eks_cluster", (block) => asList(asMap(block.vpc_config).public_access_cidrs).length),
  },
  { says: "node groups of a cluster", most: 100, source: EKS, measure: count("aws_eks_node_group") },
  {
    says: "most nodes of a group",
    least: 1,
    source: GROUP_SIZE,
    measure: each("aws_eks_node_group", scaling("max_size")),
  },
  {
    says: "least nodes of a group",
    least: 0,
    source: GROUP_SIZE,
    measure: each("aws_eks_node_group", scaling("min_size")),
  },
  {
    says: "taints of a group",
    most: 50,
    source: NODE_GROUP,
    measure: each("aws_eks_node_group", items("taint")),
  },
  {
    says: "Pod Identity associations of a cluster",
    most: 5000,
    source: PODS,
    measure: count("aws_eks_pod_identity_association"),
  },
  { says: "access entries of a cluster", most: 3000, source: EKS, measure: count("aws_eks_access_entry") },
  { says: "prefix of a VPC", least: 16, most: 28, source: SUBNETS, measure: addresses("aws_vpc") },
  { says: "prefix of a subnet", least: 16, most: 28, source: SUBNETS, measure: addresses("aws_subnet") },
  {
    says: "prefix of a load balancer's subnet",
    most: 27,
    source: BALANCERS,
    measure: each("aws_subnet", prefixOf(/^kubernetes\.io\/role\/(internal-)?elb$/)),
  },
  { says: "routes of a table", most: 500, source: VPC, measure: perValue("aws_route", "route_table_id") },
  {
    says: "rules of a security group, into it",
    most: 60,
    source: VPC,
    measure: perValue("aws_vpc_security_group_ingress_rule", "security_group_id"),
  },
  {
    says: "security groups of an endpoint",
    most: 5,
    source: VPC,
    measure: each("aws_vpc_endpoint", items("security_group_ids")),
  },
  {
    says: "tags of a resource, those of its stack included",
    most: 50,
    source: TAGS,
    measure: (stack) =>
      Object.keys(asMap(stack.resource)).flatMap((type) =>
        each(type, ({ tags }) => Object.keys(asMap(tags)).length + defaultTags(stack))(stack),
      ),
  },
  {
    says: "subnets of a database's group",
    least: 2,
    source: RDS,
    measure: each("aws_db_subnet_group", items("subnet_ids")),
  },
  {
    says: "days of a backup",
    least: 1,
    most: 35,
    source: AURORA,
    measure: each("aws_rds_cluster", number("backup_retention_period")),
  },
  {
    says: "actions of an alarm",
    most: 5,
    source: ALARMS,
    measure: each("aws_cloudwatch_metric_alarm", items("alarm_actions")),
  },
  {
    says: "an alarm's name",
    most: 255,
    source: ALARMS,
    measure: each("aws_cloudwatch_metric_alarm", length("alarm_name")),
  },
  ...TENANT_LIMITS,
];

/** Number of the tags that the AWS provider of a stack adds to all of its resources. */
const defaultTags = ({ provider }: JsonMap): number =>
  Math.max(
    0,
    ...asList(asMap(provider).aws).map(
      (aws) => Object.keys(asMap(asMap(asList(asMap(aws).default_tags)[0]).tags)).length,
    ),
  );
