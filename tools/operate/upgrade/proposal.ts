/** When an edit is made, in order. What is `with it` is nobody's edit: it follows the control plane. */
export const STEPS = ["before", "control plane", "with it", "after"] as const;

/** An edit that an upgrade takes. */
export interface Proposal {
  readonly step: (typeof STEPS)[number];

  /** The file to edit; `-` where nothing is written. */
  readonly file: string;
  readonly setting: string;
  readonly from: string;
  readonly to: string;

  /** Why, or where it is written that this is right. */
  readonly why: string;
}

/** What an upgrade takes, and what stands in its way. */
export interface Upgrade {
  readonly proposals: readonly Proposal[];

  /** Each says what was expected, what there is, and what to do. */
  readonly blockers: readonly string[];

  /** What runs on the new minor by a written exception. */
  readonly exceptions: readonly string[];
}

/** No edit and nothing in the way. */
export const NOTHING: Upgrade = { proposals: [], blockers: [], exceptions: [] };
