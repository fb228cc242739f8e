import type { AccessTable, RefusedRequests, Requests } from "./table";

const ARTIFACTS = "arn:aws:s3:::<cluster>-<environment>-workflow-artifacts";
const REGISTRY = "arn:aws:ecr:<registry region>:<registry>:repository";
const IMAGE = `${REGISTRY}/<images>/frontend`;

/** Artifacts of one namespace's workflows, and none of another's. */
const artifacts = (own: string, others: string): { may: Requests[]; mayNot: RefusedRequests[] } => ({
  may: [{ actions: ["s3:GetObject", "s3:PutObject"], on: `${ARTIFACTS}/${own}/build/log` }],
  mayNot: [
    {
      actions: ["s3:GetObject", "s3:PutObject"],
      on: `${ARTIFACTS}/${others}/build/log`,
      because: "another namespace's artifacts",
    },
    {
      actions: ["s3:GetObject", "s3:PutObject"],
      on: "arn:aws:s3:::<cluster>-<environment>-tempo/block",
      because: "another bucket",
    },
    { actions: ["s3:DeleteObject"], on: `${ARTIFACTS}/${own}/build/log`, because: "the record of what ran" },
  ],
});

const ofDelivery = artifacts("delivery", "cluster-services");

/** Roles of the add-ons that deliver applications. */
export const DELIVERY: AccessTable = {
  "argo-workflow-<cluster>": artifacts("cluster-services", "delivery"),
  "argo-workflow-delivery-<cluster>": ofDelivery,
  "argo-workflows-server-<cluster>": {
    may: [
      { actions: ["s3:GetObject"], on: `${ARTIFACTS}/delivery/build/log` },
      { actions: ["s3:ListBucket"], on: ARTIFACTS },
    ],
    mayNot: [
      {
        actions: ["s3:PutObject", "s3:DeleteObject"],
        on: `${ARTIFACTS}/delivery/build/log`,
        because: "what it shows",
      },
      {
        actions: ["s3:ListBucket"],
        on: "arn:aws:s3:::<cluster>-<environment>-tempo",
        because: "another bucket",
      },
    ],
  },
  "add-tag-to-image-workflow-<cluster>": {
    may: [
      ...ofDelivery.may,
      { actions: ["ecr:BatchGetImage", "ecr:DescribeImages"], on: IMAGE },
      // Repositories admit the workflows of the environments in the order of promotion, and no others.
      { actions: ["ecr:PutImage"], on: IMAGE, promoted: true },
    ],
    mayNot: [
      ...ofDelivery.mayNot,
      {
        actions: ["ecr:InitiateLayerUpload", "ecr:CompleteLayerUpload", "ecr:BatchDeleteImage"],
        on: IMAGE,
        because: "what is in images: it gives them tags and no more",
      },
      { actions: ["ecr:GetAuthorizationToken"], on: "*", because: "images: it neither pulls nor pushes any" },
      {
        actions: ["ecr:PutImage"],
        on: `${REGISTRY}/docker.io/library/ruby`,
        because: "copies of others' images",
      },
      {
        actions: ["ecr:PutImage"],
        on: `${REGISTRY}/<images>/toolbox`,
        cluster: "govuk",
        because: "an image that no application is",
      },
    ],
  },
  "renovate-irsa-<cluster>": {
    may: [{ actions: ["eks:DescribeAddonVersions"], on: "*" }],
    mayNot: [
      {
        actions: ["eks:DescribeCluster", "eks:UpdateClusterVersion"],
        on: "arn:aws:eks:<region>:<account>:cluster/<cluster>",
        because: "the cluster whose versions it proposes",
      },
      {
        actions: ["secretsmanager:GetSecretValue"],
        on: "arn:aws:secretsmanager:<region>:<account>:secret:govuk/renovate-AbCdEf",
        because: "secrets, which External Secrets hands it",
      },
    ],
  },
};
