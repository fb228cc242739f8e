import type { IamRolesMatching } from "../constructs/iam-roles-matching";

/** IAM roles that have an access level. */
export interface Grant {
  /** The level's name, which is its Kubernetes group too. */
  readonly level: string;
  readonly roles: IamRolesMatching;

  /**
   * Name of the EKS access policy that holds where EKS decides by access entries.
   *
   * @default - none: the Kubernetes group says all
   */
  readonly policy?: string;

  /**
   * Where the policy holds.
   *
   * @default - in the whole cluster
   */
  readonly namespaces?: readonly string[];
}
