import { actionlint } from "./actionlint";
import type { Verification } from "./verdict";

export interface NamedVerification {
  /** What `npm run verify -- <name>` knows it by. */
  readonly name: string;

  /** What it proves, in one line. */
  readonly proves: string;
  readonly verify: Verification;
}

/** Two lanes, for two cores: what takes longest comes first in its lane. */
export const VERIFICATIONS: readonly (readonly NamedVerification[])[] = [
  [],
  [{ name: "actionlint", proves: "GitHub can run the workflows", verify: actionlint }],
];
