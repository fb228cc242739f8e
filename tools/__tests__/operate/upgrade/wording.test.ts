import { expect, test } from "vitest";
import { NOTHING } from "../../../operate/upgrade/proposal";
import { wordingOf } from "../../../operate/upgrade/wording";

const move = {
  step: "control plane",
  file: "src/platform/environments/staging.ts",
  setting: "clusters.govuk.version",
  from: "1.36",
  to: "1.37",
  why: "ten minutes",
} as const;

test("an upgrade reads as a table of edits", () => {
  expect(wordingOf("staging", "1.37", { ...NOTHING, proposals: [move] })).toBe(
    [
      "Kubernetes 1.37 for staging, in this order:",
      "",
      "step           file                                  setting                 from  to    why",
      "control plane  src/platform/environments/staging.ts  clusters.govuk.version  1.36  1.37  ten minutes",
      "",
      "Nothing is written. docs/upgrades.md says how to carry it out.",
    ].join("\n"),
  );
});

test("what blocks it and what it relies on stand below", () => {
  const text = wordingOf("staging", "1.37", {
    proposals: [move],
    blockers: ["dex: too old"],
    exceptions: ["argo-cd 10.1.1: Tried out."],
  });

  expect(text.split("\n").slice(4)).toEqual([
    "",
    "Runs on 1.37 by a written exception:",
    "- argo-cd 10.1.1: Tried out.",
    "",
    "Blocked:",
    "- dex: too old",
    "",
    "Nothing is written. Clear what blocks, then run this again.",
  ]);
});
