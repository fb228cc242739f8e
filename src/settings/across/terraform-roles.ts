import { rolesOf } from "../access/access-file";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { problem, show } from "../checking/problem";

const ROLE = /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;

/**
 * Refuses roles of Terraform that are no role's name, or that the access file has too: EKS takes a role once.
 */
export function terraformRolesAreNames({ access, cluster }: ClusterEnvironmentConfig): string[] {
  const people = Object.entries(access.members).flatMap(([level, members]) =>
    rolesOf(level, members).map(nameOf),
  );

  return Object.entries(cluster.terraformRoles ?? {}).flatMap(([key, role]: [string, string | undefined]) => {
    if (role === undefined) {
      return [];
    }
    const path = ["terraformRoles", key];
    if (!ROLE.test(role)) {
      return [problem(path, "the name of an IAM role", show(role), "write it with its path, not as an ARN")];
    }
    return people.includes(nameOf(role))
      ? [problem(path, `a role that ${access.path} does not name`, show(role), "EKS takes each role once")]
      : [];
  });
}

/** Name without its path and in one case: IAM distinguishes names by neither. */
const nameOf = (role: string): string => role.slice(role.lastIndexOf("/") + 1).toLowerCase();
