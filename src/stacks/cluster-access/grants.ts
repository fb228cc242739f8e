import type { TerraformStack } from "cdktf";
import type { Grant } from "../../access/grant";
import { rolesOf } from "../../settings/access/access-file";
import { TERRAFORM_LEVELS } from "../../settings/access/access-levels";
import type { AccessLevelConfig } from "../../settings/access/access-levels-schema";
import { PROVIDER_PREFIX } from "../../names/group-names";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { IamRolesMatching, type IamRolesMatchingProps } from "../../constructs/iam-roles-matching";
import { ownValue } from "../../settings/checking/own-value";

/** Access levels with the engineers and roles that have them, from the environment's access file. */
export function grantsToPeople(
  stack: TerraformStack,
  { access, organisation }: ClusterEnvironment,
  accountId: string,
): Grant[] {
  return Object.entries(organisation.accessLevels).flatMap(([name, level]) => {
    const members = ownValue(access.members, name);
    const patterns = members?.patterns ?? [];
    const roles = members ? rolesOf(name, members) : [];
    return grant(stack, name, level, { accountId, roles, patterns });
  });
}

/** Groups of the cluster's identity provider that have a level, as Kubernetes knows them. */
export const groupsWith = (level: string, { access }: Pick<ClusterEnvironment, "access">): string[] =>
  (ownValue(access.members, level)?.groups ?? []).map((group) => `${PROVIDER_PREFIX}${group}`);

/**
 * Grants to Terraform's own roles. None if the environment names none: EKS admits the role that made the
 * cluster.
 */
export function grantsToTerraform(
  stack: TerraformStack,
  { cluster }: ClusterEnvironment,
  accountId: string,
): Grant[] {
  if (!cluster.terraformRoles) {
    return [];
  }
  const { plan, apply } = cluster.terraformRoles;
  const roles = {
    // EKS takes a role once, and the role that applies may also plan.
    "terraform-plan": plan === apply ? [] : [plan],
    "terraform-apply": apply === undefined ? [] : [apply],
  };

  return (["terraform-plan", "terraform-apply"] as const).flatMap((name) =>
    grant(stack, name, TERRAFORM_LEVELS[name], { accountId, roles: roles[name], patterns: [] }),
  );
}

function grant(
  stack: TerraformStack,
  level: string,
  { policy, namespaces }: AccessLevelConfig,
  members: IamRolesMatchingProps,
): Grant[] {
  return members.roles.length + members.patterns.length > 0
    ? [{ level, policy, namespaces, roles: new IamRolesMatching(stack, `${level}-members`, members) }]
    : [];
}
