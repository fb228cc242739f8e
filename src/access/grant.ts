import type { IamRolesMatching } from "../constructs/iam-roles-matching";

/** IAM roles that have an access level. */
export interface Grant {
  /** Name of the level and of its Kubernetes group. */
  readonly level: string;
  readonly roles: IamRolesMatching;

  /**
   * Name of the EKS access policy that holds where EKS decides by access entries.
   *
   * @default - none: the Kubernetes group says all
   */
  readonly policy?: string;

  /**
   * Namespaces in which the policy holds.
   *
   * @default - in the whole cluster
   */
  readonly namespaces?: readonly string[];
}
