/** Reason for which something is open that is closed elsewhere. */
export interface Opened {
  readonly reason: string;
}
