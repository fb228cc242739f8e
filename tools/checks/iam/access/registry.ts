import { CLUSTER_KEYS } from "./neighbours";
import type { AccessTable, RoleAccess, RefusedRequests, Requests } from "./table";

const REPOSITORIES = "arn:aws:ecr:<region>:<account>:repository";
const SIGNING_KEY = "arn:aws:kms:<region>:<account>:key/<key signing_key>";
const IMAGES_KEY = "arn:aws:kms:<region>:<account>:key/<key images_key>";
/** Tags of a key of the registry. */
const OURS = {
  "aws:ResourceTag/<deploymentTag>": "ecr",
  "aws:ResourceTag/<environmentTag>": "<environment>",
};
const CREATION = "arn:aws:iam::<account>:role/ecr-repository-creation";
const PUBLISHER = "arn:aws:iam::<account>:role/github-frontend_push";

const READ: readonly Requests[] = [
  {
    actions: ["ecr:DescribeRepositories", "ecr:GetRepositoryPolicy"],
    on: `${REPOSITORIES}/<images>/frontend`,
  },
  { actions: ["iam:GetRole"], on: PUBLISHER },
];

const NEITHER: readonly RefusedRequests[] = [
  {
    actions: ["ecr:PutImage", "ecr:BatchDeleteImage"],
    on: `${REPOSITORIES}/<images>/frontend`,
    because: "the images themselves",
  },
  { actions: ["kms:Sign"], on: SIGNING_KEY, because: "signatures, which say that GitHub built an image" },
  {
    actions: ["iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy"],
    on: "arn:aws:iam::<account>:role/terraform-apply_ecr",
    because: "its own role: it would widen itself",
  },
  {
    actions: ["iam:PutRolePolicy"],
    on: "arn:aws:iam::<account>:role/<cluster>-node-group",
    because: "the cluster's roles",
  },
  ...["github-another_push", "github-another_sign", "github-frontend_pusher"].map((name) => ({
    actions: ["iam:CreateRole", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "iam:GetRole"],
    on: `arn:aws:iam::<account>:role/${name}`,
    because: "a role that only has a name like those of the registry",
  })),
  ...["container-image-another", "container-image-findings-2"].map((name) => ({
    actions: ["sns:SetTopicAttributes", "sns:DeleteTopic"],
    on: `arn:aws:sns:<region>:<account>:${name}`,
    because: "a topic that only has a name like the registry's",
  })),
  {
    actions: ["secretsmanager:GetSecretValue"],
    on: "arn:aws:secretsmanager:<region>:<account>:secret:another/password-AbCdEf",
    because: "secrets that the registry has no use for",
  },
];

/** Access of each repository that builds images of applications, or those that they are built from. */
const PUSH: RoleAccess = {
  may: [
    { actions: ["ecr:GetAuthorizationToken"], on: "*" },
    { actions: ["ecr:PutImage", "ecr:UploadLayerPart"], on: `${REPOSITORIES}/<images>/<image>` },
    { actions: ["ecr:BatchGetImage"], on: `${REPOSITORIES}/<images>/<base image>` },
  ],
  mayNot: [
    {
      actions: ["ecr:PutImage", "ecr:UploadLayerPart"],
      on: `${REPOSITORIES}/<images>/another`,
      because: "another repository's images",
    },
    {
      actions: ["ecr:BatchDeleteImage", "ecr:DeleteRepository", "ecr:SetRepositoryPolicy"],
      on: `${REPOSITORIES}/<images>/<image>`,
      because: "what was pushed before, and who may pull it",
    },
    { actions: ["kms:Sign"], on: SIGNING_KEY, because: "signatures: a build runs code of others" },
  ],
};

/** Roles of the container registry: those that push, that sign and that maintain it. */
export const REGISTRY: AccessTable = {
  "github-<repository>_push": {
    may: PUSH.may,
    mayNot: [
      ...PUSH.mayNot,
      {
        actions: ["ecr:PutImage", "ecr:InitiateLayerUpload"],
        on: `${REPOSITORIES}/<images>/<base image>`,
        because: "images that its own are built from",
      },
    ],
  },
  "github-<repository of base images>_push": PUSH,
  "github-<repository>_sign": {
    may: [
      { actions: ["kms:Sign"], on: SIGNING_KEY, when: OURS },
      { actions: ["kms:GetPublicKey"], on: SIGNING_KEY },
    ],
    mayNot: [
      { actions: ["kms:Sign"], on: IMAGES_KEY, because: "another key" },
      {
        actions: ["kms:ScheduleKeyDeletion", "kms:PutKeyPolicy"],
        on: SIGNING_KEY,
        because: "the key, which outlives every image",
      },
      {
        actions: ["ecr:PutImage"],
        on: `${REPOSITORIES}/<images>/<image>`,
        because: "images: it signs what was pushed",
      },
    ],
  },
  "ecr-repository-creation": {
    may: [
      { actions: ["ecr:CreateRepository"], on: `${REPOSITORIES}/docker.io/library/ruby` },
      { actions: ["kms:CreateGrant"], on: IMAGES_KEY, when: OURS },
      { actions: ["kms:DescribeKey"], on: IMAGES_KEY },
    ],
    mayNot: [
      { actions: ["kms:CreateGrant"], on: SIGNING_KEY, because: "a key that is not for encryption" },
      {
        actions: ["ecr:CreateRepository"],
        on: `${REPOSITORIES}/<images>/frontend`,
        because: "repositories of our own images, which Terraform makes",
      },
      {
        actions: ["ecr:DeleteRepository"],
        on: `${REPOSITORIES}/docker.io/library/ruby`,
        because: "what it has made",
      },
    ],
  },
  "ecr-replica-creation": {
    may: [
      { actions: ["ecr:CreateRepository"], on: `${REPOSITORIES}/<images>/frontend` },
      { actions: ["kms:CreateGrant"], on: IMAGES_KEY, when: OURS },
      { actions: ["kms:DescribeKey"], on: IMAGES_KEY },
    ],
    mayNot: [
      {
        actions: ["ecr:CreateRepository"],
        on: `${REPOSITORIES}/docker.io/library/ruby`,
        because: "repositories of the cache, which another role makes",
      },
      {
        actions: ["ecr:DeleteRepository", "ecr:PutImage"],
        on: `${REPOSITORIES}/<images>/frontend`,
        because: "what it has made, and images in it",
      },
    ],
  },
  "terraform-plan_ecr": {
    may: READ,
    mayNot: [
      ...NEITHER,
      {
        actions: ["ecr:DeleteRepository", "ecr:SetRepositoryPolicy"],
        on: `${REPOSITORIES}/<images>/frontend`,
        because: "any change",
      },
    ],
  },
  "terraform-apply_ecr": {
    may: [
      ...READ,
      {
        actions: ["ecr:CreateRepository", "ecr:SetRepositoryPolicy"],
        on: `${REPOSITORIES}/<images>/frontend`,
      },
      {
        actions: ["iam:PutRolePolicy"],
        on: PUBLISHER,
        when: { "iam:PermissionsBoundary": "arn:aws:iam::<account>:policy/<boundary>" },
      },
      { actions: ["iam:PassRole"], on: CREATION, when: { "iam:PassedToService": "ecr.amazonaws.com" } },
      { actions: ["kms:CreateGrant"], on: IMAGES_KEY, when: OURS },
    ],
    mayNot: [
      ...NEITHER,
      ...CLUSTER_KEYS,
      {
        actions: ["iam:PassRole"],
        on: PUBLISHER,
        when: { "iam:PassedToService": "ecr.amazonaws.com" },
        because: "roles of GitHub's workflows, which ECR has no use for",
      },
      { actions: ["iam:PutRolePolicy"], on: PUBLISHER, because: "a role without the boundary" },
      {
        actions: ["iam:PassRole"],
        on: CREATION,
        when: { "iam:PassedToService": "lambda.amazonaws.com" },
        because: "a service that would run other code with it",
      },
      {
        actions: ["ecr:DeleteRepository"],
        on: `${REPOSITORIES}/another/frontend`,
        because: "repositories that the registry does not keep",
      },
    ],
  },
};
