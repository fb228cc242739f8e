import { CLAIMED_KEYS, REGISTRY_KEYS } from "./neighbours";
import type { AccessTable, RefusedRequests, Requests } from "./table";

const CLUSTER = "arn:aws:eks:<region>:<account>:cluster/<cluster>";
const ROLE = "arn:aws:iam::<account>:role/<cluster>-node-group";
const TERRAFORM = "arn:aws:iam::<account>:role/terraform-apply";
const HCP_TERRAFORM = "arn:aws:iam::<account>:oidc-provider/app.terraform.io";
const SECRET = "arn:aws:secretsmanager:<region>:<account>:secret:<cluster>/grafana/database-AbCdEf";
const ANOTHER_SECRET = "arn:aws:secretsmanager:<region>:<account>:secret:another/password-AbCdEf";

const ZONE = "arn:aws:route53:::hostedzone/<zone>";
const KEY = "arn:aws:kms:<region>:<account>:key/1a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789";
const BOUNDARY = "arn:aws:iam::<account>:policy/<boundary>";

const BOUNDED = { "iam:PermissionsBoundary": BOUNDARY };

/** Tags of a key of the cluster's. */
const OURS = {
  "aws:ResourceTag/<deploymentTag>": "cluster-infrastructure",
  "aws:ResourceTag/<environmentTag>": "<environment>",
};

/** Context of a change to one record, as Route 53 gives it. */
const recordOf = (name: string, type: string) => ({
  "route53:ChangeResourceRecordSetsNormalizedRecordNames": [name],
  "route53:ChangeResourceRecordSetsRecordTypes": [type],
  "route53:ChangeResourceRecordSetsActions": ["UPSERT"],
});

const TRAIL = "arn:aws:cloudtrail:<region>:<account>:trail/everything";

const READ: readonly Requests[] = [
  { actions: ["eks:DescribeCluster"], on: CLUSTER },
  { actions: ["ec2:DescribeVpcs", "ec2:DescribeSubnets", "sts:GetCallerIdentity"], on: "*" },
  { actions: ["iam:GetRole", "iam:ListAttachedRolePolicies"], on: ROLE },
  { actions: ["secretsmanager:GetSecretValue"], on: SECRET },
];

const NEITHER: readonly RefusedRequests[] = [
  {
    actions: ["secretsmanager:GetSecretValue", "secretsmanager:DeleteSecret"],
    on: ANOTHER_SECRET,
    because: "secrets that no stack makes or reads",
  },
  {
    actions: ["kms:Decrypt"],
    on: "arn:aws:kms:<region>:<account>:key/0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789",
    because: "what keys protect, as opposed to their settings",
  },
  {
    actions: ["s3:GetObject"],
    on: "arn:aws:s3:::<cluster>-<environment>-load-balancer-logs/log.gz",
    because: "what is in buckets",
  },
  {
    actions: ["iam:CreateUser", "iam:CreateAccessKey"],
    on: "arn:aws:iam::<account>:user/somebody",
    because: "credentials that outlive a run",
  },
  {
    actions: ["iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "iam:DeleteRole"],
    on: TERRAFORM,
    because: "its own role: it would widen itself",
  },
  {
    actions: ["iam:DeleteOpenIDConnectProvider"],
    on: HCP_TERRAFORM,
    because: "how it signs in",
  },
  { actions: ["cloudtrail:StopLogging"], on: TRAIL, because: "the record of what it did" },
  { actions: ["organizations:LeaveOrganization"], on: "*", because: "the organisation" },
];

const PLAN = {
  may: READ,
  mayNot: [
    ...NEITHER,
    { actions: ["eks:UpdateClusterConfig", "eks:DeleteCluster"], on: CLUSTER, because: "any change" },
    { actions: ["iam:PutRolePolicy", "iam:PassRole"], on: ROLE, because: "any change" },
    { actions: ["secretsmanager:PutSecretValue"], on: SECRET, because: "any change" },
    {
      actions: ["route53:ChangeResourceRecordSets"],
      on: "arn:aws:route53:::hostedzone/<zone>",
      because: "any change",
    },
  ],
};

const APPLY = {
  may: [
    ...READ,
    { actions: ["eks:CreateCluster"], on: "*" },
    { actions: ["eks:UpdateClusterConfig", "eks:DeleteCluster", "eks:CreateNodegroup"], on: CLUSTER },
    {
      actions: ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"],
      on: ROLE,
      when: BOUNDED,
    },
    { actions: ["iam:UpdateAssumeRolePolicy", "iam:DeleteRole"], on: ROLE },
    {
      actions: ["iam:AttachRolePolicy"],
      on: ROLE,
      when: { ...BOUNDED, "iam:PolicyARN": "arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2" },
    },
    { actions: ["kms:PutKeyPolicy", "kms:TagResource"], on: KEY, when: OURS },
    {
      actions: ["kms:TagResource"],
      on: KEY,
      when: {
        "aws:RequestTag/<deploymentTag>": "cluster-infrastructure",
        "aws:RequestTag/<environmentTag>": "<environment>",
      },
    },
    {
      actions: ["iam:PassRole"],
      on: "arn:aws:iam::<account>:role/<cluster>-node-group",
      when: { "iam:PassedToService": "eks.amazonaws.com" },
    },
    { actions: ["eks:CreateCapability"], on: CLUSTER, cluster: "blue" },
    {
      actions: ["eks:UpdateCapability", "eks:DeleteCapability"],
      on: "arn:aws:eks:<region>:<account>:capability/<cluster>/ack/ack/00000000-0000-4000-8000-000000000000",
      cluster: "blue",
    },
    {
      actions: ["iam:PassRole"],
      on: "arn:aws:iam::<account>:role/<cluster>-ack",
      when: { "iam:PassedToService": "eks.amazonaws.com" },
      cluster: "blue",
    },
    { actions: ["secretsmanager:CreateSecret", "secretsmanager:PutSecretValue"], on: SECRET },
    { actions: ["s3:CreateBucket"], on: "arn:aws:s3:::<cluster>-<environment>-load-balancer-logs" },
    { actions: ["route53:ChangeResourceRecordSets"], on: ZONE, when: recordOf("_proof.<domain>", "CNAME") },
    { actions: ["route53:ChangeResourceRecordSets"], on: ZONE, when: recordOf("<domain>", "SOA") },
  ],
  mayNot: [
    ...NEITHER,
    ...CLAIMED_KEYS,
    ...REGISTRY_KEYS,
    {
      actions: ["route53:ChangeResourceRecordSets"],
      on: ZONE,
      when: recordOf("argo.<domain>", "A"),
      because: "records that external-dns keeps",
    },
    { actions: ["route53:ChangeResourceRecordSets"], on: ZONE, because: "records that AWS does not name" },
    {
      actions: ["iam:CreateRole", "iam:PutRolePolicy", "iam:PutRolePermissionsBoundary"],
      on: ROLE,
      because: "a role without the boundary",
    },
    {
      actions: ["iam:CreateRole", "iam:PutRolePolicy", "iam:PutRolePermissionsBoundary"],
      on: ROLE,
      when: { "iam:PermissionsBoundary": "arn:aws:iam::aws:policy/AdministratorAccess" },
      because: "a role with a boundary that bounds nothing",
    },
    {
      actions: ["iam:AttachRolePolicy"],
      on: ROLE,
      when: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2" },
      because: "a role without the boundary",
    },
    {
      actions: ["iam:DeleteRolePermissionsBoundary"],
      on: ROLE,
      when: BOUNDED,
      because: "the boundary of a role",
    },
    {
      actions: ["iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:SetDefaultPolicyVersion"],
      on: BOUNDARY,
      because: "the boundary itself",
    },
    {
      actions: ["iam:DeleteRole", "iam:UpdateAssumeRolePolicy"],
      on: "arn:aws:iam::<account>:role/another-<cluster>",
      because: "a role that no stack makes, named like ours",
    },
    {
      actions: ["eks:UpdateClusterConfig", "eks:DeleteCluster"],
      on: "arn:aws:eks:<region>:<account>:cluster/another",
      because: "another environment's cluster in the same account",
    },
    {
      actions: ["iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "iam:PassRole"],
      on: "arn:aws:iam::<account>:role/external-dns-another",
      because: "another environment's roles",
    },
    {
      actions: ["iam:AttachRolePolicy"],
      on: ROLE,
      when: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess" },
      because: "a policy that no stack attaches",
    },
    {
      actions: ["eks:CreateCapability"],
      on: CLUSTER,
      except: "blue",
      because: "a controller of EKS's that the settings do not name",
    },
    {
      actions: ["iam:PassRole"],
      on: "arn:aws:iam::<account>:role/<cluster>-ack--apps",
      when: { "iam:PassedToService": "eks.amazonaws.com" },
      because: "a role that ACK takes, and EKS does not",
    },
    {
      actions: ["iam:PassRole"],
      on: ROLE,
      when: { "iam:PassedToService": "lambda.amazonaws.com" },
      because: "a service that would run somebody's code with it",
    },
    {
      actions: ["eks:CreateCluster"],
      on: "*",
      when: { "aws:RequestedRegion": "us-east-1" },
      because: "another region",
    },
    { actions: ["s3:DeleteBucket"], on: "arn:aws:s3:::another", because: "buckets that no stack makes" },
  ],
};

/** Roles of HCP Terraform's runs. Environments that share an account, and clusters beside the main one, have their own. */
export const TERRAFORM_CLOUD: AccessTable = {
  "terraform-plan": PLAN,
  "terraform-apply": APPLY,
  "terraform-plan_<environment>": PLAN,
  "terraform-apply_<environment>": APPLY,
  "terraform-plan_<environment>_<cluster>": PLAN,
  "terraform-apply_<environment>_<cluster>": APPLY,
};
