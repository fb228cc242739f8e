import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { Construct } from "constructs";
import { type Conditions, type Permission, permissionsDocument } from "../constructs/iam-policy";
import { READ_SECRETS } from "../constructs/read-secrets";
import { TENANT_RESOURCE_PREFIX, TENANT_SECRETS, tenantBoundaryName } from "../names/tenant-resource-names";
import { ACTIONS } from "./resources/actions";

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
      actions: READ_SECRETS,
      resources: [`arn:aws:secretsmanager:${region}:${accountId}:secret:${TENANT_SECRETS}/*`],
    },
    {
      actions: ACTIONS.key,
      resources: [`arn:aws:kms:${region}:${accountId}:key/*`],
      conditions: isTenants,
    },
  ];
}
