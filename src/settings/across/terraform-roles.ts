import { type AccessFile, rolesOf } from "../access/access-file";
import { rolePattern } from "../access/role-pattern";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { runRolesOf } from "../organisation/terraform-cloud";
import { problem, show } from "../checking/problem";

const ROLE = /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;

/**
 * Refuses roles of Terraform that are no role's name, or that the access file admits too: EKS takes a role once.
 */
export const terraformRolesAreNames = ({ access, cluster }: ClusterEnvironmentConfig): string[] =>
  Object.entries(cluster.terraformRoles ?? {}).flatMap(([key, role]: [string, string | undefined]) => {
    if (role === undefined) {
      return [];
    }
    const path = ["terraformRoles", key];
    if (!ROLE.test(role)) {
      return [problem(path, "the name of an IAM role", show(role), "write it with its path, not as an ARN")];
    }
    return admittingIn(access, role).map((entry) =>
      problem(
        path,
        `a role that ${access.path} does not admit`,
        `${show(role)}, admitted as ${show(entry)}`,
        "EKS takes each role once; remove or narrow that entry",
      ),
    );
  });

/**
 * Refuses an access file that admits the role that makes the cluster: EKS admits it as soon as it has made the cluster,
 * and refuses a second entry in the middle of the first apply.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
 */
export const theMakerHasNoLevel = ({
  access,
  backend,
  cluster,
  name,
  organisation,
}: ClusterEnvironmentConfig): string[] => {
  if (backend.type !== "cloud" || cluster.terraformRoles?.apply !== undefined) {
    return [];
  }
  const { apply } = runRolesOf({ name, organisation, cluster });
  return admittingIn(access, apply).map((entry) =>
    problem(
      ["access"],
      `no level for ${apply}, which makes the cluster`,
      `${show(entry)} in ${access.path}`,
      "EKS admits the maker itself and refuses a second entry; remove or narrow that entry, or name the role in terraformRoles.apply if another made the cluster",
    ),
  );
};

/** Entries of an access file that name a role or match it, such as `developer: ^terraform-`. */
const admittingIn = ({ members }: AccessFile, role: string): string[] =>
  Object.entries(members).flatMap(([level, some]) => [
    ...rolesOf(level, some).filter((other) => nameOf(other) === nameOf(role)),
    ...some.patterns
      .filter((pattern) => rolePattern(pattern)?.matches(withoutPath(role)) === true)
      .map((pattern) => `${level}: ${pattern}`),
  ]);

const withoutPath = (role: string): string => role.slice(role.lastIndexOf("/") + 1);

/** Name without its path and in one case: IAM distinguishes names by neither. */
const nameOf = (role: string): string => withoutPath(role).toLowerCase();
