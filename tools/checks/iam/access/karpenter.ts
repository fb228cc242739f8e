import type { AccessTable } from "./table";

const INSTANCE = "arn:aws:ec2:<region>:<account>:instance/i-0a1b2c3d4e5f67890";
const TEMPLATE = "arn:aws:ec2:<region>:<account>:launch-template/lt-0a1b2c3d4e5f67890";

/** Tags of what Karpenter made for a cluster. */
const taggedFor = (cluster: string) => ({
  [`aws:ResourceTag/kubernetes.io/cluster/${cluster}`]: "owned",
  "aws:ResourceTag/karpenter.sh/nodepool": "arm",
});

/** Tags with which Karpenter makes something for a cluster. */
const makingFor = (cluster: string) => ({
  [`aws:RequestTag/kubernetes.io/cluster/${cluster}`]: "owned",
  "aws:RequestTag/eks:eks-cluster-name": cluster,
  "aws:RequestTag/karpenter.sh/nodepool": "arm",
});

/** Role of Karpenter's controller. */
export const KARPENTER: AccessTable = {
  "karpenter-<cluster>": {
    may: [
      { actions: ["ec2:RunInstances", "ec2:CreateFleet"], on: INSTANCE, when: makingFor("<cluster>") },
      { actions: ["ec2:TerminateInstances"], on: INSTANCE, when: taggedFor("<cluster>") },
      { actions: ["ec2:DeleteLaunchTemplate"], on: TEMPLATE, when: taggedFor("<cluster>") },
      {
        actions: ["iam:PassRole"],
        on: "arn:aws:iam::<account>:role/<cluster>-karpenter-node",
        when: { "iam:PassedToService": "ec2.amazonaws.com" },
      },
      {
        actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage"],
        on: "arn:aws:sqs:<region>:<account>:<cluster>-karpenter",
      },
      { actions: ["eks:DescribeCluster"], on: "arn:aws:eks:<region>:<account>:cluster/<cluster>" },
    ],
    mayNot: [
      {
        actions: ["ec2:TerminateInstances"],
        on: INSTANCE,
        when: taggedFor("another"),
        because: "another cluster's nodes",
      },
      {
        actions: ["ec2:TerminateInstances"],
        on: INSTANCE,
        because: "instances that Karpenter did not make, those of node groups among them",
      },
      {
        actions: ["ec2:RunInstances", "ec2:CreateFleet"],
        on: INSTANCE,
        when: makingFor("another"),
        because: "instances that would pass for another cluster's",
      },
      {
        actions: ["iam:PassRole"],
        on: "arn:aws:iam::<account>:role/<cluster>-cluster",
        when: { "iam:PassedToService": "ec2.amazonaws.com" },
        because: "the control plane's role, on an instance of its making",
      },
      {
        actions: ["iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile"],
        on: "arn:aws:iam::<account>:instance-profile/<cluster>-karpenter-node",
        because: "instance profiles, which Terraform makes",
      },
      {
        actions: ["sqs:ReceiveMessage"],
        on: "arn:aws:sqs:<region>:<account>:another-karpenter",
        because: "another cluster's notices",
      },
    ],
  },
};
