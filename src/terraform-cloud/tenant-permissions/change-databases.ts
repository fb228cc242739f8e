import type { Permission } from "../../constructs/iam-policy";
import { becomesOwned, isOwned } from "../permissions/ownership";
import { TENANT } from "./named";
import { regional, type TenantsPlace } from "./place";

/** Permissions to make, change and remove databases, caches and search domains, and the groups that admit pods to them. */
export const changeTenantDatabases = (place: TenantsPlace): Permission[] => {
  const arn = regional(place);
  return [
    {
      actions: [
        "rds:AddTagsToResource",
        "rds:CreateDBCluster",
        "rds:CreateDBClusterParameterGroup",
        "rds:CreateDBClusterSnapshot",
        "rds:CreateDBInstance",
        "rds:CreateDBParameterGroup",
        "rds:CreateDBSnapshot",
        "rds:CreateDBSubnetGroup",
        "rds:DeleteDBCluster",
        "rds:DeleteDBClusterParameterGroup",
        "rds:DeleteDBInstance",
        "rds:DeleteDBParameterGroup",
        "rds:DeleteDBSubnetGroup",
        "rds:ModifyDBCluster",
        "rds:ModifyDBClusterParameterGroup",
        "rds:ModifyDBInstance",
        "rds:ModifyDBParameterGroup",
        "rds:ModifyDBSubnetGroup",
        "rds:RebootDBInstance",
        "rds:RemoveTagsFromResource",
        "rds:ResetDBClusterParameterGroup",
        "rds:ResetDBParameterGroup",
      ],
      resources: ["db", "cluster", "subgrp", "pg", "cluster-pg", "snapshot", "cluster-snapshot"].map((kind) =>
        arn("rds", `${kind}:${TENANT}`),
      ),
    },
    {
      // RDS makes the master's secret on behalf of the one who makes the database.
      actions: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
      resources: [arn("secretsmanager", "secret:rds!*")],
    },
    {
      actions: [
        "elasticache:AddTagsToResource",
        "elasticache:CreateCacheParameterGroup",
        "elasticache:CreateCacheSubnetGroup",
        "elasticache:CreateReplicationGroup",
        "elasticache:CreateSnapshot",
        "elasticache:CreateUser",
        "elasticache:CreateUserGroup",
        "elasticache:DecreaseReplicaCount",
        "elasticache:DeleteCacheParameterGroup",
        "elasticache:DeleteCacheSubnetGroup",
        "elasticache:DeleteReplicationGroup",
        "elasticache:DeleteUser",
        "elasticache:DeleteUserGroup",
        "elasticache:IncreaseReplicaCount",
        "elasticache:ModifyCacheParameterGroup",
        "elasticache:ModifyCacheSubnetGroup",
        "elasticache:ModifyReplicationGroup",
        "elasticache:ModifyUser",
        "elasticache:ModifyUserGroup",
        "elasticache:RemoveTagsFromResource",
        "elasticache:ResetCacheParameterGroup",
      ],
      resources: [
        "cluster",
        "parametergroup",
        "replicationgroup",
        "snapshot",
        "subnetgroup",
        "user",
        "usergroup",
      ].map((kind) => arn("elasticache", `${kind}:${TENANT}`)),
    },
    {
      actions: [
        "es:AddTags",
        "es:CreateDomain",
        "es:DeleteDomain",
        "es:RemoveTags",
        "es:UpdateDomainConfig",
        "es:UpgradeDomain",
      ],
      resources: [arn("es", `domain/${TENANT}`)],
    },
    ...changeGroups(place),
  ];
};

/** Security groups, which carry the stacks' tags from the start. */
const changeGroups = (place: TenantsPlace): Permission[] => {
  const arn = regional(place);
  const groups = arn("ec2", "security-group/*");
  const rules = arn("ec2", "security-group-rule/*");
  return [
    { actions: ["ec2:CreateSecurityGroup"], resources: [groups], conditions: becomesOwned(place.owned) },
    { actions: ["ec2:CreateSecurityGroup"], resources: [arn("ec2", "vpc/*")] },
    {
      actions: ["ec2:AuthorizeSecurityGroupIngress"],
      resources: [rules],
      conditions: becomesOwned(place.owned),
    },
    {
      actions: ["ec2:CreateTags"],
      resources: [groups, rules],
      conditions: {
        StringEquals: {
          "ec2:CreateAction": ["AuthorizeSecurityGroupIngress", "CreateSecurityGroup"],
        },
      },
    },
    {
      actions: [
        "ec2:AuthorizeSecurityGroupIngress",
        "ec2:CreateTags",
        "ec2:DeleteSecurityGroup",
        "ec2:DeleteTags",
        "ec2:ModifySecurityGroupRules",
        "ec2:RevokeSecurityGroupEgress",
        "ec2:RevokeSecurityGroupIngress",
      ],
      resources: [groups, rules],
      conditions: isOwned(place.owned),
    },
  ];
};
