import type { IamRolesMatching } from "../constructs/iam-roles-matching";

/** IAM roles that have an access level. */
export interface Grant {
  /** Name of the level, which is its Kubernetes group too. */
  readonly level: string;
  readonly roles: IamRolesMatching;

  /**
   * Name of the EKS access policy that holds where EKS decides by access entries.
   *
   * @default - none: the Roles of the level's group say everything
   */
  readonly policy?: string;

  /**
   * Namespaces in which the policy holds.
   *
   * @default - in the whole cluster
   */
  readonly namespaces?: readonly string[];
}
