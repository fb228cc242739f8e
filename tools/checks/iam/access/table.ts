/**
 * Requests to AWS. In texts, `<account>`, `<region>`, `<environment>`, `<cluster>`, `<vpc>` and `<zone>` (of the
 * cluster's records), `<domain>` (of that zone), `<boundary>` (name of the permissions boundary), `<deploymentTag>` and
 * `<environmentTag>` (the organisation's keys) stand for the environment's own, `<key name>`, `<database name>` and `<master name>` for the ids of what Terraform calls so, and
 * `<image>` for what the role's repository builds, `<registry>` for the account of the container registry.
 */
export interface Requests {
  /** Actions, each of which is a request of its own. */
  readonly actions: readonly string[];

  /** ARN of the resource; `*` if the action has none. */
  readonly on: string;

  /**
   * Context of the request: tags, keys of the service.
   *
   * @default - that of every request: the region and the account
   */
  readonly when?: Readonly<Record<string, string | readonly string[]>>;

  /**
   * Name of the clusters whose roles alone are asked.
   *
   * @default - none: all are
   */
  readonly cluster?: string;

  /**
   * Name of the clusters whose roles are not asked, with the reason beside it.
   *
   * @default - none: all are
   */
  readonly except?: string;

  /**
   * True to ask the roles of environments in the order of promotion alone.
   *
   * @default - false: all are asked
   */
  readonly promoted?: boolean;

  /**
   * Family of the addresses of pods in the clusters whose roles alone are asked.
   *
   * @default - either: all are asked
   */
  readonly family?: "ipv4" | "ipv6";
}

export interface RefusedRequests extends Requests {
  /** Thing that must stay out of reach, as in "another cluster's nodes". */
  readonly because: string;
}

/** Requests that a role needs, and requests that it must never be allowed. */
export interface RoleAccess {
  /** Reason for which it may do nothing; `may` is empty then. */
  readonly nothing?: string;
  readonly may: readonly Requests[];
  readonly mayNot: readonly RefusedRequests[];
}

/** Access by the name of the role, with `<cluster>`, `<environment>` and `<repository>` as placeholders. */
export type AccessTable = Readonly<Record<string, RoleAccess>>;
