/**
 * Requests to AWS. In texts, `<account>`, `<region>`, `<environment>`, `<cluster>`, `<vpc>` and `<zone>` (of the
 * cluster's records), `<domain>` (of that zone), `<boundary>` (name of the permissions boundary), `<deploymentTag>` and
 * `<environmentTag>` (the organisation's keys) stand for the environment's own, `<key name>` for the id of the key that Terraform calls so, and
 * `<image>` for what the role's repository builds, `<registry>` for the account of the container registry.
 */
export interface Requests {
  /** Each is a request of its own. */
  readonly actions: readonly string[];

  /** The ARN of what they are about; `*` where the action has no resource. */
  readonly on: string;

  /**
   * What AWS knows about the request: tags, keys of the service.
   *
   * @default - what every request has: the region and the account
   */
  readonly when?: Readonly<Record<string, string | readonly string[]>>;

  /**
   * Only roles of clusters of that name are asked.
   *
   * @default - all are
   */
  readonly cluster?: string;
}

export interface RefusedRequests extends Requests {
  /** What must stay out of reach, as in "another cluster's nodes". */
  readonly because: string;
}

/** What a role is there for, and what it must never do. */
export interface RoleAccess {
  readonly may: readonly Requests[];
  readonly mayNot: readonly RefusedRequests[];
}

/** By the name of the role, with `<cluster>`, `<environment>` and `<repository>` in the place of theirs. */
export type AccessTable = Readonly<Record<string, RoleAccess>>;
