import { actionlint } from "./actionlint";
import { charts } from "./charts";
import { dex } from "./dex";
import { iam } from "./iam";
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
  [
    {
      name: "charts",
      proves: "Helm renders every release, and the cluster takes what comes out",
      verify: charts,
    },
  ],
  [
    { name: "dex", proves: "Dex takes its configuration and lets people in to its clients", verify: dex },
    { name: "iam", proves: "Every role may do what it is there for, and nothing next to it", verify: iam },
    { name: "actionlint", proves: "GitHub can run the workflows", verify: actionlint },
  ],
];
