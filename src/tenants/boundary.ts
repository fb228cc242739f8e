import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { Construct } from "constructs";
import { type Conditions, type Permission, permissionsDocument } from "../constructs/iam-policy";
import { READ_SECRETS } from "../constructs/read-secrets";
import {
  TENANT_DATABASE_USER,
  TENANT_RESOURCE_PREFIX,
  TENANT_SECRETS,
  tenantBoundaryName,
} from "../names/tenant-resource-names";
import { ACTIONS } from "./resources/actions";
import { KEY_SERVICES, viaService } from "./via-service";

export interface TenantBoundaryProps {
  readonly environment: string;
  readonly accountId: string;
  readonly region: string;

  /** Condition that a resource is of a tenant's stack of this environment. */
  readonly isTenants: Conditions;
}

/**
 * Policy that bounds the roles of all tenants' service accounts: things of tenants alone, whatever a role's own policy
 * allows.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export const addTenantBoundary = (scope: Construct, props: TenantBoundaryProps): IamPolicy =>
  new IamPolicy(scope, "tenant-boundary", {
    name: tenantBoundaryName(props.environment),
    description: "The most that a role of a tenant's service account may do",
    policy: permissionsDocument(permissions(props)),
  });

/** ARN of that policy. */
export const tenantBoundaryArn = ({
  environment,
  accountId,
}: Omit<TenantBoundaryProps, "isTenants" | "region">) =>
  `arn:aws:iam::${accountId}:policy/${tenantBoundaryName(environment)}`;

function permissions({ accountId, region, isTenants }: TenantBoundaryProps): Permission[] {
  const named = (service: string, before = "") =>
    `arn:aws:${service}:${region}:${accountId}:${before}${TENANT_RESOURCE_PREFIX}*`;
  const ofAccount: Conditions = { StringEquals: { "aws:ResourceAccount": accountId } };
  /** Secrets of masters, which RDS makes, names by chance and tags with the database. */
  const mastersOf = (type: string, tag: string): Permission => ({
    actions: READ_SECRETS,
    resources: [`arn:aws:secretsmanager:${region}:${accountId}:secret:rds!${type}-*`],
    conditions: {
      StringLike: { [`aws:ResourceTag/aws:rds:${tag}`]: named("rds", `${type}:`) },
    },
  });
  return [
    { actions: ACTIONS.queue, resources: [named("sqs")] },
    { actions: ACTIONS.topic, resources: [named("sns")] },
    {
      actions: [...ACTIONS.bucket, ...ACTIONS.object],
      resources: [`arn:aws:s3:::${TENANT_RESOURCE_PREFIX}*`],
      conditions: ofAccount,
    },
    { actions: ACTIONS.table, resources: [named("dynamodb", "table/")] },
    {
      actions: ACTIONS.database,
      // A database's part of the name is AWS's own choice.
      resources: [`arn:aws:rds-db:${region}:${accountId}:dbuser:*/${TENANT_DATABASE_USER}`],
    },
    {
      actions: ACTIONS.cache,
      resources: [named("elasticache", "replicationgroup:"), named("elasticache", "user:")],
    },
    { actions: ACTIONS.search, resources: [named("es", "domain/")] },
    {
      actions: ACTIONS.cdn,
      // AWS chooses a distribution's name, and the tags say whose it is.
      resources: [`arn:aws:cloudfront::${accountId}:distribution/*`],
      conditions: isTenants,
    },
    mastersOf("db", "primaryDBInstanceArn"),
    mastersOf("cluster", "primaryDBClusterArn"),
    {
      actions: READ_SECRETS,
      resources: [`arn:aws:secretsmanager:${region}:${accountId}:secret:${TENANT_SECRETS}/*`],
    },
    {
      actions: ACTIONS.key,
      resources: [`arn:aws:kms:${region}:${accountId}:key/*`],
      conditions: {
        ...isTenants,
        StringEquals: { ...isTenants.StringEquals, ...viaService(region, KEY_SERVICES).StringEquals },
      },
    },
  ];
}
