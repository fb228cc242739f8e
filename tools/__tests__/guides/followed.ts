import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { type Guide, parseGuide } from "../../operate/new/guide";
import { ProjectCopy } from "./project-copy";

/** A guide of docs. */
export const guideIn = (file: string): Guide => parseGuide(readFileSync(`docs/${file}`, "utf8"));

/** Runs a program in a copy of the project. The names of tests that fail, and its last lines, are the message of a test that fails. */
export function expectSuccess(copy: ProjectCopy, ...command: readonly [string, ...string[]]): void {
  const { status, output } = copy.run(...command);
  const failed = output.match(/^.* FAIL .*$/gm) ?? [];
  expect({ status, output: status === 0 ? "" : [...failed, output.slice(-4_000)].join("\n") }).toEqual({
    status: 0,
    output: "",
  });
}

/** Copy of the project in which a guide was followed, and that synthesises. */
export function followed(guide: Guide): ProjectCopy {
  const copy = new ProjectCopy();
  copy.follow(guide);
  expectSuccess(copy, "node", "tools/cli/run.cjs", "synth");
  return copy;
}
