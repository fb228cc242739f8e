/** Finding of Checkov's about objects of a release that stays for a time. */
export interface AcceptedFinding {
  readonly check: string;

  /** Objects, as `<release>: <Kind>/<name>`, with `*` for any characters. */
  readonly on: readonly string[];
  readonly reason: string;

  /** Day on which to look again, such as `2027-05-31`. From then on it is a finding. */
  readonly until: string;
}
