import type { Cluster } from "../../constructs/cluster";
import type { Permission } from "../../constructs/iam-policy";

/** The tag with the cluster's name that the controller puts on everything it makes. */
const OWNER = "elbv2.k8s.aws/cluster";

const SECURITY_GROUPS = ["arn:aws:ec2:*:*:security-group/*"];
const TARGET_GROUPS = ["arn:aws:elasticloadbalancing:*:*:targetgroup/*/*"];
const LOAD_BALANCERS = [
  "arn:aws:elasticloadbalancing:*:*:loadbalancer/net/*/*",
  "arn:aws:elasticloadbalancing:*:*:loadbalancer/app/*/*",
];
const LISTENERS_AND_RULES = [
  "arn:aws:elasticloadbalancing:*:*:listener/net/*/*/*",
  "arn:aws:elasticloadbalancing:*:*:listener/app/*/*/*",
  "arn:aws:elasticloadbalancing:*:*:listener-rule/net/*/*/*",
  "arn:aws:elasticloadbalancing:*:*:listener-rule/app/*/*/*",
];

/**
 * Permissions of the load balancer controller. They are upstream's policy for version 3.5, narrower in four
 * places: resources by type if AWS knows them, ownership tags with this cluster's name only, foreign security
 * groups only in the cluster's own VPC, and nothing for WAF Classic, which the add-on switches off, nor for Shield
 * Advanced if a cluster switches it off.
 *
 * @see
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/install/iam_policy.json
 */
export const loadBalancerPermissions = (
  cluster: Cluster,
  { shield }: { readonly shield: boolean },
): readonly Permission[] => [
  ...lookingUp(),
  ...(shield ? shieldAdvanced() : []),
  ...securityGroups(cluster),
  ...loadBalancers(cluster),
  ...listeners(),
];

const lookingUp = (): Permission[] => [
  {
    actions: [
      "ec2:DescribeAccountAttributes",
      "ec2:DescribeAddresses",
      "ec2:DescribeAvailabilityZones",
      "ec2:DescribeInternetGateways",
      "ec2:DescribeVpcs",
      "ec2:DescribeVpcPeeringConnections",
      "ec2:DescribeSubnets",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeInstances",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeTags",
      "ec2:DescribeCoipPools",
      "ec2:DescribeIpamPools",
      "ec2:DescribeRouteTables",
      "ec2:GetCoipPoolUsage",
      "ec2:GetSecurityGroupsForVpc",
      "elasticloadbalancing:DescribeLoadBalancers",
      "elasticloadbalancing:DescribeLoadBalancerAttributes",
      "elasticloadbalancing:DescribeListeners",
      "elasticloadbalancing:DescribeListenerAttributes",
      "elasticloadbalancing:DescribeListenerCertificates",
      "elasticloadbalancing:DescribeSSLPolicies",
      "elasticloadbalancing:DescribeRules",
      "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetGroupAttributes",
      "elasticloadbalancing:DescribeTargetHealth",
      "elasticloadbalancing:DescribeTags",
      "elasticloadbalancing:DescribeTrustStores",
      "elasticloadbalancing:DescribeCapacityReservation",
    ],
    anyResourceBecause: "looking up networks and load balancers has no resource level",
  },
  {
    actions: [
      "acm:ListCertificates",
      "acm:DescribeCertificate",
      "iam:ListServerCertificates",
      "iam:GetServerCertificate",
      "cognito-idp:DescribeUserPoolClient",
    ],
    anyResourceBecause: "an Ingress finds its certificate among all of the account's, by host name",
  },
  {
    actions: [
      "wafv2:GetWebACL",
      "wafv2:GetWebACLForResource",
      "wafv2:AssociateWebACL",
      "wafv2:DisassociateWebACL",
      "elasticloadbalancing:SetWebAcl",
    ],
    anyResourceBecause: "each Ingress names the web ACL in front of it",
  },
  {
    actions: ["iam:CreateServiceLinkedRole"],
    anyResourceBecause:
      "the role does not exist until the account's first load balancer; the condition names its service",
    conditions: { StringEquals: { "iam:AWSServiceName": "elasticloadbalancing.amazonaws.com" } },
  },
];

const shieldAdvanced = (): Permission[] => [
  {
    actions: [
      "shield:CreateProtection",
      "shield:DeleteProtection",
      "shield:DescribeProtection",
      "shield:GetSubscriptionState",
    ],
    anyResourceBecause:
      "AWS makes up the ids of protections, which the controller finds by their load balancer",
  },
];

const securityGroups = ({ name, region, vpcId }: Cluster): Permission[] => [
  {
    // Those of the nodes, which the controller did not make.
    actions: ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"],
    resources: SECURITY_GROUPS,
    conditions: { ArnLike: { "ec2:Vpc": `arn:aws:ec2:${region}:*:vpc/${vpcId}` } },
  },
  {
    actions: ["ec2:CreateSecurityGroup"],
    resources: [...SECURITY_GROUPS, `arn:aws:ec2:${region}:*:vpc/${vpcId}`],
  },
  {
    actions: ["ec2:CreateTags"],
    resources: SECURITY_GROUPS,
    conditions: {
      StringEquals: { "ec2:CreateAction": "CreateSecurityGroup", [`aws:RequestTag/${OWNER}`]: name },
    },
  },
  { actions: ["ec2:CreateTags", "ec2:DeleteTags"], resources: SECURITY_GROUPS, conditions: retaggable(name) },
  { actions: ["ec2:DeleteSecurityGroup"], resources: SECURITY_GROUPS, conditions: ownedBy(name) },
];

const loadBalancers = ({ name }: Cluster): Permission[] => [
  {
    actions: ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"],
    resources: [...LOAD_BALANCERS, ...TARGET_GROUPS],
    conditions: { StringEquals: { [`aws:RequestTag/${OWNER}`]: name } },
  },
  {
    actions: ["elasticloadbalancing:AddTags"],
    resources: [...LOAD_BALANCERS, ...TARGET_GROUPS],
    conditions: {
      StringEquals: {
        "elasticloadbalancing:CreateAction": ["CreateLoadBalancer", "CreateTargetGroup"],
        [`aws:RequestTag/${OWNER}`]: name,
      },
    },
  },
  {
    actions: ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"],
    resources: [...LOAD_BALANCERS, ...TARGET_GROUPS],
    conditions: retaggable(name),
  },
  {
    actions: [
      "elasticloadbalancing:ModifyLoadBalancerAttributes",
      "elasticloadbalancing:ModifyCapacityReservation",
      "elasticloadbalancing:ModifyIpPools",
      "elasticloadbalancing:ModifyListenerAttributes",
      "elasticloadbalancing:ModifyTargetGroup",
      "elasticloadbalancing:ModifyTargetGroupAttributes",
      "elasticloadbalancing:SetIpAddressType",
      "elasticloadbalancing:SetSecurityGroups",
      "elasticloadbalancing:SetSubnets",
      "elasticloadbalancing:DeleteLoadBalancer",
      "elasticloadbalancing:DeleteTargetGroup",
    ],
    anyResourceBecause:
      "the condition keeps to what it made; listing each type would outgrow a policy document",
    conditions: ownedBy(name),
  },
  {
    actions: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
    resources: TARGET_GROUPS,
  },
];

const listeners = (): Permission[] => [
  {
    actions: [
      "elasticloadbalancing:CreateListener",
      "elasticloadbalancing:DeleteListener",
      "elasticloadbalancing:ModifyListener",
      "elasticloadbalancing:AddListenerCertificates",
      "elasticloadbalancing:RemoveListenerCertificates",
      "elasticloadbalancing:CreateRule",
      "elasticloadbalancing:DeleteRule",
      "elasticloadbalancing:ModifyRule",
      "elasticloadbalancing:SetRulePriorities",
    ],
    resources: [...LOAD_BALANCERS, ...LISTENERS_AND_RULES],
  },
  {
    actions: ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"],
    resources: LISTENERS_AND_RULES,
  },
];

const ownedBy = (cluster: string) => ({ StringEquals: { [`aws:ResourceTag/${OWNER}`]: cluster } });

/** Its own things, as long as the tag of ownership itself stays as it is. */
const retaggable = (cluster: string) => ({
  ...ownedBy(cluster),
  Null: { [`aws:RequestTag/${OWNER}`]: "true" },
});
