import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { type Permission, policyDocument } from "../constructs/iam-policy";
import { trustOfRole } from "../constructs/role-trust";
import { NAMESPACE_TAG, REMOVAL_ACTIONS, SELF_SERVICE_ACTIONS } from "../constructs/self-service-actions";
import { ServiceRole } from "../infrastructure/service-role";
import { capabilityRoleName, type SelfServiceKind, selfServiceRoleName } from "../names/capability-names";
import { selfServicePrefix, type TenantPlace } from "../names/tenant-resource-names";

export interface SelfServiceRoleProps {
  readonly clusterName: string;

  /** Namespace, by which its resources are named. */
  readonly place: TenantPlace;
  readonly accountId: string;
  readonly region: string;
  readonly kinds: readonly SelfServiceKind[];

  /** Removes a table, or an empty bucket, with its object. Without it both stay in AWS. */
  readonly removes: boolean;
}

/**
 * Role by which ACK makes the tables and buckets of one namespace: those whose names begin with the namespace's own beginning, and
 * for objects of that namespace alone.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/ack-permissions.html
 */
export class SelfServiceRole extends Construct {
  readonly arn: string;
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: SelfServiceRoleProps) {
    super(scope, id);
    const { clusterName, place, accountId } = props;
    const role = new ServiceRole(this, "role", {
      name: selfServiceRoleName(clusterName, place.namespace),
      description: `Assumed by ACK of ${clusterName} for namespace ${place.namespace}`,
      trust: policyDocument([
        trustOfRole({
          accountId,
          roleArn: `arn:aws:iam::${accountId}:role/${capabilityRoleName(clusterName, "ack")}`,
        }),
      ]),
      managedPolicies: [],
      permissions: permissionsOf(props),
    });
    this.arn = role.arn;
    this.ready = role.ready;
  }
}

/** ARNs of the resources of each kind whose names begin alike. */
const arnsOf = (
  beginning: string,
  { region, accountId }: Pick<SelfServiceRoleProps, "region" | "accountId">,
) => ({
  tables: `arn:aws:dynamodb:${region}:${accountId}:table/${beginning}*`,
  buckets: `arn:aws:s3:::${beginning}*`,
});

function permissionsOf({ place, kinds, removes, ...where }: SelfServiceRoleProps): Permission[] {
  const arns = arnsOf(selfServicePrefix(place), where);
  const conditions = {
    StringEquals: { [NAMESPACE_TAG]: place.namespace, "aws:RequestedRegion": where.region },
  };
  return [
    ...kinds.map((kind) => ({
      actions: [...SELF_SERVICE_ACTIONS[kind], ...(removes ? REMOVAL_ACTIONS[kind] : [])],
      resources: [arns[kind]],
      conditions,
    })),
    ...(kinds.includes("buckets")
      ? [
          {
            actions: ["s3:ListAllMyBuckets"],
            anyResourceBecause: "ACK looks for a bucket in the account's list, which no tenant sees",
            conditions: { StringEquals: { [NAMESPACE_TAG]: place.namespace } },
          },
        ]
      : []),
  ];
}
