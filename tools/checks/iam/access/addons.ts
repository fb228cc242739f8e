import { BACKUPS } from "./backups";
import { CERTIFICATES } from "./certificates";
import { FILE_SYSTEM } from "./file-system";
import { KARPENTER } from "./karpenter";
import { LOAD_BALANCERS } from "./load-balancers";
import { POD_NETWORK } from "./pod-network";
import type { AccessTable } from "./table";

const GROUP =
  "arn:aws:autoscaling:<region>:<account>:autoScalingGroup:0a1b2c3d:autoScalingGroupName/eks-nodes";
const VOLUME = "arn:aws:ec2:<region>:<account>:volume/vol-0a1b2c3d4e5f67890";

/** Action on records of a zone, which begins the names of its conditions too. */
const RECORDS = "route53:ChangeResourceRecordSets";

/** Roles of add-ons' service accounts. */
export const ADDONS: AccessTable = {
  ...LOAD_BALANCERS,
  ...KARPENTER,
  ...CERTIFICATES,
  ...FILE_SYSTEM,
  ...BACKUPS,
  ...POD_NETWORK,
  "teleport-kube-agent-<cluster>": {
    nothing: "Teleport compares its name alone, and anyone may sign the request that shows it",
    may: [],
    mayNot: [
      {
        actions: ["sts:AssumeRole"],
        on: "arn:aws:iam::<account>:role/terraform-apply",
        because: "any other role",
      },
      {
        actions: ["eks:DescribeCluster"],
        on: "arn:aws:eks:<region>:<account>:cluster/<cluster>",
        because: "the cluster's own address and access entries",
      },
    ],
  },
  "cluster-autoscaler-<cluster>": {
    may: [
      {
        actions: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
        on: GROUP,
        when: { "aws:ResourceTag/k8s.io/cluster-autoscaler/<cluster>": "owned" },
      },
      { actions: ["eks:DescribeNodegroup"], on: "arn:aws:eks:<region>:<account>:nodegroup/<cluster>/arm/1" },
      { actions: ["autoscaling:DescribeAutoScalingGroups", "ec2:DescribeInstanceTypes"], on: "*" },
    ],
    mayNot: [
      {
        actions: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
        on: GROUP,
        when: { "aws:ResourceTag/k8s.io/cluster-autoscaler/another": "owned" },
        because: "another cluster's nodes",
      },
      {
        actions: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
        on: GROUP,
        because: "groups of instances that are no cluster's",
      },
      {
        actions: ["autoscaling:DeleteAutoScalingGroup"],
        on: GROUP,
        when: { "aws:ResourceTag/k8s.io/cluster-autoscaler/<cluster>": "owned" },
        because: "the groups themselves, which EKS keeps",
      },
      {
        actions: ["eks:DescribeNodegroup"],
        on: "arn:aws:eks:<region>:<account>:nodegroup/another/arm/1",
        because: "another cluster's node groups",
      },
    ],
  },
  "ebs-csi-controller-sa-<cluster>": {
    may: [
      {
        actions: ["ec2:CreateVolume"],
        on: VOLUME,
        when: { "aws:RequestTag/ebs.csi.aws.com/cluster": "true" },
      },
      {
        actions: ["ec2:AttachVolume", "ec2:DetachVolume", "ec2:DeleteVolume", "ec2:ModifyVolume"],
        on: VOLUME,
        when: { "ec2:ResourceTag/ebs.csi.aws.com/cluster": "true" },
      },
      {
        actions: ["ec2:AttachVolume"],
        on: "arn:aws:ec2:<region>:<account>:instance/i-0a1b2c3d4e5f67890",
      },
    ],
    mayNot: [
      {
        actions: ["ec2:AttachVolume", "ec2:DeleteVolume", "ec2:ModifyVolume"],
        on: VOLUME,
        because: "volumes that no driver made",
      },
      { actions: ["ec2:CreateVolume"], on: VOLUME, because: "volumes that nobody could tell apart" },
      {
        actions: ["ec2:TerminateInstances"],
        on: "arn:aws:ec2:<region>:<account>:instance/i-0a1b2c3d4e5f67890",
        because: "the instances that it attaches volumes to",
      },
    ],
  },
  "external-dns-<cluster>": {
    may: [
      {
        actions: [RECORDS],
        on: "arn:aws:route53:::hostedzone/<zone>",
        when: { [`${RECORDS}NormalizedRecordNames`]: ["a.<domain>", "txt-a.<domain>"] },
      },
      { actions: ["route53:ListResourceRecordSets"], on: "arn:aws:route53:::hostedzone/<zone>" },
      { actions: ["route53:ListHostedZones"], on: "*" },
    ],
    mayNot: [
      {
        actions: [RECORDS, "route53:ListResourceRecordSets"],
        on: "arn:aws:route53:::hostedzone/ZANOTHER",
        because: "another zone, such as that of GOV.UK itself",
      },
      {
        actions: ["route53:DeleteHostedZone"],
        on: "arn:aws:route53:::hostedzone/<zone>",
        because: "the zone, which Terraform keeps",
      },
    ],
  },
};
