/** Page that says more. */
const PAGE = "docs/run-ended-half-way.md";

const ADVICE: readonly (readonly [message: RegExp, advice: string])[] = [
  [
    /another operation \(install\/upgrade\/rollback\) is in progress/,
    "an earlier run ended within this release, so that Helm refuses to touch it: roll the release back, or remove Helm's record of it, and start the workflow again",
  ],
  [
    /Provider produced inconsistent result after apply/,
    "the release is upgraded, and what comes after it was skipped: start the workflow again, which is all it takes",
  ],
  [
    /Unauthorized|the server has asked for the client to provide credentials|ExpiredToken/,
    "the sign-in to the cluster ended while releases waited for each other: start the workflow again, which goes on where this run ended",
  ],
  [
    /Error acquiring the state lock/,
    "an earlier run ended without a word and its lock is still there: make sure that none is in progress, unlock the workspace, and start the workflow again",
  ],
  [
    /already exists/,
    "an earlier run had made this and its state does not say so: import what the message names, and start the workflow again",
  ],
  [
    /context deadline exceeded|timed out waiting for the condition/,
    "a release's pods were not ready in time: correct the cause that their events name, and start the workflow again",
  ],
];

/** Advice about a run that ended half-way, by the errors in its log; none for any other failure. */
export const halfWayAdvice = (errors: string): string[] =>
  ADVICE.filter(([message]) => message.test(errors)).map(([, advice]) => `${advice} (${PAGE})`);
