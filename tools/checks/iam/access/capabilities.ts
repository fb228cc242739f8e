import { NAMESPACE_TAG } from "../../../../src/constructs/self-service-actions";
import type { AccessTable, RefusedRequests, RoleAccess } from "./table";

const ROLES = "arn:aws:iam::<account>:role";
const TABLES = "arn:aws:dynamodb:<region>:<account>:table";
const OWN = "tenant-dev--river-maps-dev---";

/** Session of ACK for an object of a namespace. */
const forAnObjectOf = (namespace: string) => ({
  [NAMESPACE_TAG]: namespace,
  "aws:RequestedRegion": "<region>",
});

const IN_OWN = forAnObjectOf("river-maps-dev");

/** Requests that no controller of EKS's is granted. */
const REFUSED: readonly RefusedRequests[] = [
  {
    actions: ["eks:UpdateClusterConfig", "eks:CreateAccessEntry"],
    on: "arn:aws:eks:<region>:<account>:cluster/<cluster>",
    because: "the cluster itself",
  },
  {
    actions: ["iam:CreateRole", "iam:PutRolePolicy"],
    on: `${ROLES}/tenant-another--web-<cluster>`,
    because: "roles, by which a tenant would give itself anything",
  },
  {
    actions: ["sts:AssumeRole"],
    on: `${ROLES}/terraform-apply`,
    because: "Terraform's roles",
  },
];

/** Role of ACK itself, which makes nothing: it takes the role of the namespace that an object is in. */
const ACK: RoleAccess = {
  may: [
    {
      actions: ["sts:AssumeRole", "sts:TagSession"],
      on: `${ROLES}/<cluster>-ack--river-maps-dev`,
      cluster: "river",
    },
  ],
  mayNot: [
    {
      actions: ["dynamodb:CreateTable", "dynamodb:DeleteTable"],
      on: `${TABLES}/${OWN}tiles`,
      when: IN_OWN,
      because: "resources, which the roles of namespaces make",
    },
    {
      actions: ["sts:AssumeRole"],
      on: `${ROLES}/<cluster>-node-group`,
      because: "roles that are not of a namespace that serves itself",
    },
    ...REFUSED,
  ],
};

/** Role by which ACK makes the resources of one namespace. */
const NAMESPACE: RoleAccess = {
  may: [
    {
      actions: ["dynamodb:CreateTable", "dynamodb:UpdateTable", "dynamodb:TagResource"],
      on: `${TABLES}/${OWN}tiles`,
      when: IN_OWN,
    },
    {
      actions: ["s3:CreateBucket", "s3:PutBucketVersioning"],
      on: `arn:aws:s3:::${OWN}tiles`,
      when: IN_OWN,
    },
    { actions: ["s3:ListAllMyBuckets"], on: "*", when: IN_OWN },
  ],
  mayNot: [
    {
      actions: ["dynamodb:DeleteTable"],
      on: `${TABLES}/${OWN}tiles`,
      when: IN_OWN,
      because: "a table of an environment whose data is protected",
    },
    {
      actions: ["dynamodb:CreateTable", "dynamodb:DeleteTable"],
      on: `${TABLES}/${OWN}tiles`,
      when: forAnObjectOf("flood-warnings-dev"),
      because: "an object of another namespace",
    },
    {
      actions: ["dynamodb:UpdateTable", "dynamodb:DeleteTable"],
      on: `${TABLES}/tenant-dev--flood-warnings-dev---levels`,
      when: IN_OWN,
      because: "another namespace's table",
    },
    {
      actions: ["dynamodb:UpdateTable", "dynamodb:DeleteTable"],
      on: `${TABLES}/tenant-dev--river-maps-dev--tiles`,
      when: IN_OWN,
      because: "a table of the namespace's own that Terraform makes",
    },
    {
      actions: ["dynamodb:PutResourcePolicy", "dynamodb:GetItem", "dynamodb:PutItem"],
      on: `${TABLES}/${OWN}tiles`,
      when: IN_OWN,
      because: "items, which pods read, and policies, which would let others in",
    },
    {
      actions: [
        "s3:PutBucketPolicy",
        "s3:PutBucketAcl",
        "s3:PutBucketPublicAccessBlock",
        "s3:PutReplicationConfiguration",
      ],
      on: `arn:aws:s3:::${OWN}tiles`,
      when: IN_OWN,
      because: "ways by which a bucket is opened to others",
    },
    {
      actions: ["s3:GetObject", "s3:PutObject"],
      on: `arn:aws:s3:::${OWN}tiles/file`,
      when: IN_OWN,
      because: "objects, which pods read",
    },
    {
      actions: ["s3:CreateBucket"],
      on: `arn:aws:s3:::${OWN}tiles`,
      when: { ...IN_OWN, "aws:RequestedRegion": "us-east-1" },
      because: "another region",
    },
    ...REFUSED,
  ],
};

/** Role of kro, which calls no service of AWS. */
const KRO: RoleAccess = {
  nothing: "kro makes objects of Kubernetes alone, and EKS asks for a role all the same",
  may: [],
  mayNot: REFUSED,
};

/** Role of Argo CD, which reads public repositories. */
const ARGO_CD: RoleAccess = {
  nothing: "Argo CD signs in to its cluster with it, where EKS's policies say what it may do",
  may: [],
  mayNot: REFUSED,
};

/** Access of the controllers that EKS runs for a cluster. */
export const CAPABILITIES: AccessTable = {
  "<cluster>-ack": ACK,
  "<cluster>-ack--river-maps-dev": NAMESPACE,
  "<cluster>-argo-cd": ARGO_CD,
  "<cluster>-kro": KRO,
};
