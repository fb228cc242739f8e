/** Times of an edit, in order. An edit `with it` needs no engineer: it follows the control plane. */
export const STEPS = ["before", "control plane", "with it", "after"] as const;

/** An edit that an upgrade needs. */
export interface Proposal {
  readonly step: (typeof STEPS)[number];

  /** File to edit; `-` if nothing is written. */
  readonly file: string;
  readonly setting: string;
  readonly from: string;
  readonly to: string;

  /** Reason for the edit, or the place where the reason stands. */
  readonly why: string;
}

/** Edits that an upgrade needs, and the problems that block it. */
export interface Upgrade {
  readonly proposals: readonly Proposal[];

  /** Blockers, each with what was expected, what there is, and what to do. */
  readonly blockers: readonly string[];

  /** Components that run on the new minor by a written exception. */
  readonly exceptions: readonly string[];
}

/** Upgrade without edits and blockers. */
export const NOTHING: Upgrade = { proposals: [], blockers: [], exceptions: [] };
