import type { Permission } from "../../constructs/iam-policy";
import { databaseInstanceName } from "../../names/cluster-names";
import { changeFileSystem } from "./file-system";
import { changeKeys } from "./lifecycles";
import { regional, secretArns, type Territory } from "./territory";

/** Permissions to change databases, secrets, keys and buckets. */
export const changeData = (territory: Territory): Permission[] => [
  changeDatabases(territory),
  {
    actions: [
      "secretsmanager:CreateSecret",
      "secretsmanager:DeleteSecret",
      "secretsmanager:PutSecretValue",
      "secretsmanager:RestoreSecret",
      "secretsmanager:TagResource",
      "secretsmanager:UntagResource",
      "secretsmanager:UpdateSecret",
      "secretsmanager:UpdateSecretVersionStage",
    ],
    resources: secretArns(territory, territory.secrets),
  },
  ...changeKeys(territory, [regional(territory)("kms", "key/*")]),
  ...changeBuckets(territory),
  ...changeFileSystem(territory),
];

function changeDatabases(territory: Territory): Permission {
  return {
    actions: [
      "rds:AddTagsToResource",
      "rds:CreateDBCluster",
      "rds:CreateDBClusterSnapshot",
      "rds:CreateDBInstance",
      "rds:CreateDBSubnetGroup",
      "rds:DeleteDBCluster",
      "rds:DeleteDBInstance",
      "rds:DeleteDBSubnetGroup",
      "rds:ModifyDBCluster",
      "rds:ModifyDBInstance",
      "rds:ModifyDBSubnetGroup",
      "rds:RemoveTagsFromResource",
    ],
    resources: territory.databases.flatMap((name) =>
      [
        `cluster:${name}`,
        `cluster-snapshot:${name}*`,
        `db:${databaseInstanceName(name)}`,
        `subgrp:${name}`,
      ].map((resource) => regional(territory)("rds", resource)),
    ),
  };
}

const changeBuckets = ({ buckets, logsBuckets, forceDestroy }: Territory): Permission[] => {
  const names = buckets.map((name) => `arn:aws:s3:::${name}`);
  const settings: Permission = {
    actions: [
      "s3:CreateBucket",
      "s3:DeleteBucket",
      "s3:DeleteBucketPolicy",
      ...(logsBuckets ? ["s3:PutBucketLogging"] : []),
      "s3:PutBucketOwnershipControls",
      "s3:PutBucketPolicy",
      "s3:PutBucketPublicAccessBlock",
      "s3:PutBucketTagging",
      "s3:PutBucketVersioning",
      "s3:PutEncryptionConfiguration",
      "s3:PutLifecycleConfiguration",
      "s3:TagResource",
      "s3:UntagResource",
    ],
    resources: names,
  };
  const content: Permission[] = [
    { actions: ["s3:ListBucketVersions"], resources: names },
    {
      actions: ["s3:DeleteObject", "s3:DeleteObjectVersion"],
      resources: names.map((name) => `${name}/*`),
    },
  ];
  return forceDestroy ? [settings, ...content] : [settings];
};
