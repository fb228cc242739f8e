/** Finding of zizmor's that stays for a time. */
export interface AcceptedFinding {
  /** Name of the audit, such as `template-injection`. */
  readonly audit: string;

  /** File in which it is accepted, from the repository's root. */
  readonly file: string;
  readonly reason: string;

  /** Day on which to look again, such as `2027-05-31`. From then on it is a finding. */
  readonly until: string;
}

/** Every finding that is accepted. One that no longer occurs is an error. */
export const ACCEPTED_FINDINGS: readonly AcceptedFinding[] = [];
