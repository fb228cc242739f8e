import { stripVTControlCharacters } from "node:util";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { missingProducer } from "../plan/producer";

/** Words by which `drift.yml` recognises stacks without a finding. */
const NO_CHANGES = "no changes";

/** Output of `cdktf diff`. Its code says whether it could plan, and no more. */
export interface Diff {
  readonly code: number;
  readonly log: string;
}

/** A plan as a row of a Markdown table: the stack, its result, and a link to it. */
export function planRow(stack: SynthesisedStack, { code, log }: Diff): string {
  const text = stripVTControlCharacters(log);
  const link = /https:\/\/\S+\/runs\/run-\w+/.exec(text)?.[0];
  return `| ${stack.id} | ${code === 0 ? resultOf(text) : failure(stack, text)} | ${link ? `[run](${link})` : ""} |`;
}

function resultOf(text: string): string {
  if (text.includes("No changes.")) {
    return NO_CHANGES;
  }
  const counts = /Plan: ([^.\n]+)\./.exec(text)?.[1];
  return counts ?? (text.includes("Changes to Outputs") ? "outputs only" : "see the log");
}

const failure = (stack: SynthesisedStack, text: string): string =>
  `:x: failed: ${missingProducer(stack, text) ?? "see the log"}`;
