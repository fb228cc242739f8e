import type { TerraformStack } from "cdktf";
import type { Grant } from "../../access/grant";
import { rolesOf } from "../../settings/access/access-file";
import { TERRAFORM_LEVELS } from "../../settings/access/access-levels";
import type { AccessLevelConfig } from "../../settings/organisation/access-levels-schema";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { IamRolesMatching, type IamRolesMatchingProps } from "../../constructs/iam-roles-matching";

/** Grants of the access levels that have members in the cluster's access file. */
export function grantsToPeople(
  stack: TerraformStack,
  { access, organisation }: ClusterEnvironment,
  accountId: string,
): Grant[] {
  return Object.entries(organisation.accessLevels).flatMap(([name, level]) => {
    const members = access.members[name];
    const patterns = members?.patterns ?? [];
    const roles = members ? rolesOf(name, members) : [];
    return grant(stack, name, level, { accountId, roles, patterns });
  });
}

/** What Terraform's own roles may do. Nothing where none is named: EKS lets in the one that made the cluster. */
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
    // EKS takes a role once, and one that applies may plan anyway.
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
