import { rolesOf } from "../access-file";
import type { AccessMembers } from "../access-file-schema";
import type { AccessLevelName } from "../access-levels";
import type { EnvironmentConfig } from "../environment";
import { problem, show } from "./problem";

/** The access file could be read; its problems tell their own places. */
export const accessFileIsValid = ({ access }: EnvironmentConfig): readonly string[] => access.problems;

const ROLE_NAME = /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;

/** The roles that Terraform runs as are roles, and not already let in as somebody else's: EKS takes a role once. */
export function terraformRolesAreNames({ access, cluster }: EnvironmentConfig): string[] {
  const { plan, apply } = cluster.terraformRoles ?? {};
  const people = (Object.entries(access.members) as [AccessLevelName, AccessMembers][]).flatMap(
    ([level, members]) => rolesOf(level, members),
  );

  return Object.entries({ plan, apply }).flatMap(([key, role]) => {
    const path = ["cluster", "terraformRoles", key];
    if (role === undefined) {
      return [];
    }
    if (!ROLE_NAME.test(role)) {
      return [problem(path, "the name of an IAM role", show(role), "write it with its path, not as an ARN")];
    }
    return people.includes(role) || (key === "apply" && role === plan)
      ? [problem(path, "a role of its own", show(role), "EKS takes each role once; name another")]
      : [];
  });
}
