import type { AccessTable, Requests, RoleAccess } from "./table";

/** Things of a tenant that no file of an example has, named as the platform names them. */
const OF_ANOTHER = "tenant-live--another-live--things";

const USER_OF = "arn:aws:rds-db:<region>:<account>:dbuser";

/** Databases of the product that uses every kind, by what Terraform calls them. */
const GAUGES = "<database tenant-live-flood-warnings-live own_postgres-gauges_instance>";
const REGISTER = "<database tenant-live-flood-warnings-live own_mysql-register_instance>";
const HISTORY = "<database tenant-live-flood-warnings-live own_postgres-history_cluster>";

const database = (id: string): Requests => ({
  actions: ["rds-db:connect"],
  on: `${USER_OF}:${id}/tenant_app`,
});

const TAGGED = {
  "aws:ResourceTag/<deploymentTag>": "tenant",
  "aws:ResourceTag/<environmentTag>": "<environment>",
};

/** Has CloudFront forget what a distribution keeps. */
const invalidation = (distribution: string): Requests => ({
  actions: ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"],
  on: `arn:aws:cloudfront::<account>:distribution/<distribution ${distribution}>`,
  when: TAGGED,
});

/** Requests that no service account of a tenant may make. */
const NOT_ITS_OWN: RoleAccess["mayNot"] = [
  {
    actions: ["sqs:SendMessage", "sqs:ReceiveMessage"],
    on: `arn:aws:sqs:<region>:<account>:${OF_ANOTHER}`,
    because: "another tenant's queue",
  },
  {
    actions: ["sns:Publish"],
    on: `arn:aws:sns:<region>:<account>:${OF_ANOTHER}`,
    because: "another tenant's topic",
  },
  {
    actions: ["s3:GetObject", "s3:PutObject"],
    on: `arn:aws:s3:::${OF_ANOTHER}-<account>/file`,
    because: "another tenant's bucket",
  },
  {
    actions: ["dynamodb:GetItem", "dynamodb:PutItem"],
    on: `arn:aws:dynamodb:<region>:<account>:table/${OF_ANOTHER}`,
    because: "another tenant's table",
  },
  {
    actions: ["kms:Decrypt"],
    on: "arn:aws:kms:<region>:<account>:key/<key another>",
    because: "another tenant's key",
  },
  {
    actions: ["rds-db:connect"],
    on: `${USER_OF}:<database another>/tenant_app`,
    because: "another tenant's database",
  },
  {
    actions: ["rds-db:connect"],
    on: `${USER_OF}:${GAUGES}/platform`,
    because: "the master of a database",
  },
  {
    actions: ["es:ESHttpGet"],
    on: "arn:aws:es:<region>:<account>:domain/tenant-another-live-12345678/things",
    because: "another tenant's domain of OpenSearch",
  },
  { ...invalidation("another"), because: "another tenant's distribution" },
  {
    actions: ["cloudfront:UpdateDistribution", "cloudfront:DeleteDistribution"],
    on: "arn:aws:cloudfront::<account>:distribution/<distribution tenant-live-flood-warnings-live own_cdn-advice_distribution>",
    when: TAGGED,
    because: "the distribution itself, which Terraform alone changes",
  },
  {
    actions: ["elasticache:Connect"],
    on: "arn:aws:elasticache:<region>:<account>:replicationgroup:tenant-another-live-things-12345678",
    because: "another tenant's cache",
  },
  {
    actions: ["secretsmanager:GetSecretValue"],
    on: "arn:aws:secretsmanager:<region>:<account>:secret:rds!db-1-AbCdEf",
    when: {
      "aws:ResourceTag/aws:rds:primaryDBInstanceArn": "arn:aws:rds:<region>:<account>:db:tenant-gauges",
    },
    because: "a password of a database",
  },
  {
    actions: ["secretsmanager:GetSecretValue"],
    on: "arn:aws:secretsmanager:<region>:<account>:secret:<secrets>/slack-AbCdEf",
    because: "secrets of the platform",
  },
  {
    actions: ["sqs:SetQueueAttributes", "sqs:DeleteQueue"],
    on: "arn:aws:sqs:<region>:<account>:tenant-live--flood-warnings-live--high-water",
    because: "the queue itself, which Terraform alone changes",
  },
];

const ofAccount = (may: RoleAccess["may"]): RoleAccess => ({ may, mayNot: NOT_ITS_OWN });

const queue = (name: string): Requests => ({
  actions: ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"],
  on: `arn:aws:sqs:<region>:<account>:tenant-${name}`,
});

const bucket = (name: string): Requests => ({
  actions: ["s3:GetObject", "s3:PutObject"],
  on: `arn:aws:s3:::tenant-${name}-<account>/file`,
  when: { "aws:ResourceAccount": "<account>" },
});

/** Table that a namespace made itself. */
const OWN_TABLE: Requests = {
  actions: ["dynamodb:GetItem", "dynamodb:PutItem"],
  on: "arn:aws:dynamodb:<region>:<account>:table/tenant-dev--river-maps-dev---tiles",
};

/** Bucket that it made itself. */
const OWN_BUCKET: Requests = {
  actions: ["s3:GetObject", "s3:PutObject"],
  on: "arn:aws:s3:::tenant-dev--river-maps-dev---tiles/file",
  when: { "aws:ResourceAccount": "<account>" },
};

const NO_TABLE_ITSELF = {
  ...OWN_TABLE,
  actions: ["dynamodb:DeleteTable", "dynamodb:UpdateTable"],
  because: "the table itself, which ACK alone changes",
};

/**
 * Roles by which workflows deploy to the namespace of one tenant, and those of its service accounts.
 */
export const TENANTS: AccessTable = {
  "tenant-<namespace>-deploy": {
    may: [{ actions: ["eks:DescribeCluster"], on: "arn:aws:eks:<region>:<account>:cluster/<cluster>" }],
    mayNot: [
      {
        actions: ["eks:DescribeCluster"],
        on: "arn:aws:eks:<region>:<account>:cluster/another",
        because: "another cluster",
      },
      {
        actions: ["eks:UpdateClusterConfig", "eks:CreateAccessEntry"],
        on: "arn:aws:eks:<region>:<account>:cluster/<cluster>",
        because: "the cluster itself: a workflow signs in to it and changes objects of its namespace",
      },
      {
        actions: ["secretsmanager:GetSecretValue"],
        on: "arn:aws:secretsmanager:<region>:<account>:secret:<secrets>/slack-AbCdEf",
        because: "secrets, which pods have from External Secrets",
      },
      {
        actions: ["ecr:PutImage", "ecr:BatchDeleteImage"],
        on: "arn:aws:ecr:<region>:<account>:repository/tenants/another/live/web",
        because: "images of another product",
      },
    ],
  },
  "tenant-flood-warnings-dev--sender--<cluster>": ofAccount([queue("dev--flood-warnings-dev--messages")]),
  "tenant-flood-warnings-live--gauge-reader--<cluster>": ofAccount([
    {
      actions: ["sns:Publish"],
      on: "arn:aws:sns:<region>:<account>:tenant-live--flood-warnings-live--levels",
    },
    bucket("live--flood-warnings-live--archive"),
    database(GAUGES),
    database(HISTORY),
  ]),
  "tenant-river-maps-dev--renderer--<cluster>": {
    may: [OWN_TABLE],
    mayNot: [
      ...NOT_ITS_OWN,
      NO_TABLE_ITSELF,
      { ...OWN_BUCKET, because: "buckets that its product keeps for another account" },
    ],
  },
  "tenant-river-maps-dev--tiler--<cluster>": {
    may: [OWN_TABLE, OWN_BUCKET],
    mayNot: [...NOT_ITS_OWN, NO_TABLE_ITSELF],
  },
  "tenant-river-maps-live--renderer--<cluster>": {
    may: [
      queue("live--river-maps-live--redraw"),
      {
        actions: ["s3:GetObject"],
        on: "arn:aws:s3:::tenant-live--flood-warnings-live--archive-<account>/file",
        when: { "aws:ResourceAccount": "<account>" },
      },
      {
        actions: ["kms:Decrypt"],
        on: "arn:aws:kms:<region>:<account>:key/<key of another tenant>",
        when: {
          "kms:ViaService": "s3.<region>.amazonaws.com",
          "kms:ResourceAliases": ["alias/tenant-live--flood-warnings-live"],
          "aws:ResourceTag/<deploymentTag>": "tenant",
          "aws:ResourceTag/<environmentTag>": "<environment>",
        },
      },
    ],
    mayNot: [
      ...NOT_ITS_OWN,
      {
        actions: ["s3:PutObject", "s3:DeleteObject"],
        on: "arn:aws:s3:::tenant-live--flood-warnings-live--archive-<account>/file",
        when: { "aws:ResourceAccount": "<account>" },
        because: "a bucket that another tenant lets it read alone",
      },
      {
        actions: ["kms:GenerateDataKey"],
        on: "arn:aws:kms:<region>:<account>:key/<key of another tenant>",
        when: {
          "kms:ViaService": "s3.<region>.amazonaws.com",
          "kms:ResourceAliases": ["alias/tenant-live--flood-warnings-live"],
          "aws:ResourceTag/<deploymentTag>": "tenant",
          "aws:ResourceTag/<environmentTag>": "<environment>",
        },
        because: "a key with which it may read alone",
      },
      ...["sqs", "secretsmanager"].map((service) => ({
        actions: ["kms:Decrypt"],
        on: "arn:aws:kms:<region>:<account>:key/<key of another tenant>",
        when: {
          "kms:ViaService": `${service}.<region>.amazonaws.com`,
          "kms:ResourceAliases": ["alias/tenant-live--flood-warnings-live"],
          "aws:ResourceTag/<deploymentTag>": "tenant",
          "aws:ResourceTag/<environmentTag>": "<environment>",
        },
        because: "what the key encrypts besides the bucket that is shared",
      })),
    ],
  },
  "tenant-flood-warnings-live--sender--<cluster>": ofAccount([
    queue("live--flood-warnings-live--high-water"),
    bucket("live--flood-warnings-live--archive"),
    bucket("live--flood-warnings-live--advice"),
    ...["advice", "site"].map((name) =>
      invalidation(`tenant-live-flood-warnings-live own_cdn-${name}_distribution`),
    ),
    database(HISTORY),
    database(REGISTER),
    {
      actions: ["es:ESHttpGet", "es:ESHttpPost"],
      on: "arn:aws:es:<region>:<account>:domain/tenant-flood-warnin-aacc3dad/reports/_search",
    },
    ...["replicationgroup", "user"].map((type): Requests => ({
      actions: ["elasticache:Connect"],
      on: `arn:aws:elasticache:<region>:<account>:${type}:tenant-flood-warnings-live-sess-7cdc2368`,
    })),
    {
      actions: ["dynamodb:Query", "dynamodb:PutItem"],
      on: "arn:aws:dynamodb:<region>:<account>:table/tenant-live--flood-warnings-live--subscribers",
    },
  ]),
};
