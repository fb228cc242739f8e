import type { RefusedRequests } from "./table";

/**
 * Things of other deployments in the same AWS accounts, as GOV.UK's public code names them: some begin or end like the
 * platform's own.
 *
 * @see https://github.com/alphagov/govuk-infrastructure/tree/main/terraform/deployments
 */
const BUCKETS = [
  "govuk-<environment>-database-backups",
  "govuk-<environment>-database-backups-replica",
  "govuk-<environment>-aws-logging",
  "govuk-<environment>-rds-dumps",
  "govuk-<environment>-whitehall-csvs",
  "govuk-<environment>-athena-query-results",
  "govuk-<environment>-csp-reports",
  "govuk-attachments-<environment>",
  "govuk-ai-accelerator-data-<environment>",
];

const ROLES = [
  "govuk-chat-bedrock-access-role",
  "govuk-chat-chatbot-<environment>",
  "govuk-<environment>-csp-reports-lambda-role",
  "govuk-mirror-replication-role",
  "govuk-aws-logging-replication-role",
  "govuk-vpc-flow-logs",
  "rds-parquet-exporter-export-task-govuk",
  "content-data-admin-<environment>",
  "database-backups-s3-replication",
  "google-s3-mirror",
  "github_action_image_attestation",
  "github_action_mirror_repos_role",
];

/** Deployments with a key of their own, of which `ecr` signs images. */
const KEYS_OF = ["rds", "neptune", "govuk-publishing-infrastructure", "mobile-backend"];

const RECORDS = [
  "www.publishing.service.gov.uk",
  "assets.publishing.service.gov.uk",
  "signon.<environment>.govuk.digital",
  "publishing-api-postgres.<environment>.govuk-internal.digital",
];

const REPOSITORIES = ["github/alphagov/frontend", "data.gov.uk/find", "search-api-v2-model"];

const ALARMS = ["govuk-chat-<environment>-invocations", "content-data-api-postgres-rds-freestoragespace"];

const TOPICS = ["chat-alerts-<environment>-dublin", "<environment>-rds-alerts", "ecr_scan_topic"];

const KEY = "arn:aws:kms:<region>:<account>:key/0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789";

/** A key of another deployment of the same environment. */
const tagsOf = (deployment: string) => ({
  "aws:ResourceTag/<deploymentTag>": deployment,
  "aws:ResourceTag/<environmentTag>": "<environment>",
});

const ofBuckets = (actions: readonly string[]): RefusedRequests[] =>
  BUCKETS.map((name) => ({ actions, on: `arn:aws:s3:::${name}`, because: "a bucket of another deployment" }));

const ofObjects: readonly RefusedRequests[] = BUCKETS.map((name) => ({
  actions: ["s3:GetObject", "s3:DeleteObject"],
  on: `arn:aws:s3:::${name}/2026-01-01.dump`,
  because: "data of another deployment",
}));

const ofRoles = (actions: readonly string[]): RefusedRequests[] =>
  ROLES.map((name) => ({
    actions,
    on: `arn:aws:iam::<account>:role/${name}`,
    because: "a role of another deployment",
  }));

/** Keys that carry another deployment's tags, or none. */
const ofKeys = (deployments: readonly string[], actions: readonly string[]): RefusedRequests[] => [
  { actions, on: KEY, because: "a key without tags" },
  ...deployments.map((deployment) => ({
    actions,
    on: KEY,
    when: tagsOf(deployment),
    because: `a key of the deployment ${deployment}`,
  })),
];

/** Requests that would make another deployment's key look like one of ours. */
const claims = (own: string): RefusedRequests[] =>
  KEYS_OF.map((deployment) => ({
    actions: ["kms:TagResource"],
    on: KEY,
    when: {
      ...tagsOf(deployment),
      "aws:RequestTag/<deploymentTag>": own,
      "aws:RequestTag/<environmentTag>": "<environment>",
    },
    because: `a key of the deployment ${deployment}`,
  }));

const ofRecords: readonly RefusedRequests[] = RECORDS.map((name) => ({
  actions: ["route53:ChangeResourceRecordSets"],
  on: "arn:aws:route53:::hostedzone/ZNEIGHBOUR",
  when: {
    "route53:ChangeResourceRecordSetsNormalizedRecordNames": [name],
    "route53:ChangeResourceRecordSetsRecordTypes": ["CNAME"],
    "route53:ChangeResourceRecordSetsActions": ["UPSERT"],
  },
  because: "a record of another deployment",
}));

const ofRepositories = (actions: readonly string[]): RefusedRequests[] =>
  REPOSITORIES.map((name) => ({
    actions,
    on: `arn:aws:ecr:<region>:<account>:repository/${name}`,
    because: "a repository of another deployment",
  }));

const ofAlarms: readonly RefusedRequests[] = ALARMS.map((name) => ({
  actions: ["cloudwatch:DeleteAlarms", "cloudwatch:PutMetricAlarm"],
  on: `arn:aws:cloudwatch:<region>:<account>:alarm:${name}`,
  because: "an alarm of another deployment",
}));

const ofTopics: readonly RefusedRequests[] = TOPICS.map((name) => ({
  actions: ["sns:SetTopicAttributes", "sns:DeleteTopic"],
  on: `arn:aws:sns:<region>:<account>:${name}`,
  because: "a topic of another deployment",
}));

const OF_EVENT_RULES: RefusedRequests = {
  actions: ["events:PutRule", "events:PutTargets", "events:DeleteRule"],
  on: "arn:aws:events:<region>:<account>:rule/<cluster>-threats-of-another",
  because: "a rule of another deployment, whose name begins alike",
};

const CHANGE_BUCKET = ["s3:PutBucketPolicy", "s3:DeleteBucket", "s3:PutLifecycleConfiguration"];
const CHANGE_ROLE = ["iam:UpdateAssumeRolePolicy", "iam:DeleteRole", "iam:PutRolePolicy", "iam:TagRole"];
const CHANGE_KEY = ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:CreateGrant"];
const CHANGE_REPOSITORY = ["ecr:DeleteRepository", "ecr:SetRepositoryPolicy"];

/** Requests that no role of the platform is granted, whatever it is there for: one for each neighbour's kind and place. */
export const NEIGHBOURS: readonly RefusedRequests[] = [
  ...ofBuckets(["s3:PutBucketPolicy"]).slice(0, 3),
  ...ofObjects.slice(0, 1),
  ...ofRoles(["iam:UpdateAssumeRolePolicy"]).slice(0, 2),
  ...ofKeys(["rds"], ["kms:PutKeyPolicy", "kms:Decrypt"]),
  ...ofRecords.slice(0, 1),
  ...ofRepositories(["ecr:SetRepositoryPolicy"]).slice(0, 1),
];

/** Requests that no run of HCP Terraform is granted. */
export const ALL_NEIGHBOURS: readonly RefusedRequests[] = [
  ...ofBuckets(CHANGE_BUCKET),
  ...ofObjects,
  ...ofRoles(CHANGE_ROLE),
  ...ofKeys(KEYS_OF, [...CHANGE_KEY, "kms:Sign"]),
  ...ofRecords,
  ...ofRepositories(CHANGE_REPOSITORY),
  ...ofAlarms,
  ...ofTopics,
  OF_EVENT_RULES,
];

/** Requests that no run of HCP Terraform is granted about keys of other deployments. */
export const CLAIMED_KEYS = claims("cluster-infrastructure");

/** Requests that no run is granted but those of the registry. */
export const REGISTRY_KEYS = ofKeys(["ecr"], CHANGE_KEY);

/** Requests of the registry's runs about keys of the cluster. */
export const CLUSTER_KEYS = [...ofKeys(["cluster-infrastructure"], CHANGE_KEY), ...claims("ecr")];
