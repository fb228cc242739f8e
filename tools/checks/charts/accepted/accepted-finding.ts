/** A finding that stays as it is. */
export interface Accepted {
  readonly release: string;
  readonly finding: RegExp;
  readonly because: string;
}
