import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { oneOf, show } from "../../../src/settings/checking/problem";
import { CommandError } from "../../kit/command-error";
import type { InstalledTool } from "../../toolbox/tools";
import { emulateAll } from "./emulate-all";
import { reportOf } from "./report";
import { emulateTenants } from "./tenants/emulate-tenants";
import { CALLS, callsWith } from "./tenants/calls";
import { KINDS } from "./tenants/fields";
import { TRIALS } from "./tenants/kinds";
import { PAGE, pageWith, sectionOf } from "./tenants/page";

/** Words about what was done. */
interface Report {
  readonly text: string;
  readonly isWrong: boolean;
}

type Progress = (text: string) => void;

const withoutProvider = (missing: string): CommandError =>
  new CommandError(
    `terraform: expected it and its provider for AWS, got neither: ${missing}; see docs/verification.md`,
  );

/** Emulates the stacks of all environments. */
export async function environments(
  { program }: InstalledTool,
  progress: Progress,
  signal: AbortSignal,
): Promise<Report> {
  const emulations = await emulateAll(program, progress, signal);
  if ("missing" in emulations) {
    throw withoutProvider(emulations.missing);
  }
  return reportOf(emulations);
}

/**
 * Runs the trials of tenants' resources, and writes their sections of the page about changes where all went well.
 *
 * @param asked - one kind, whose sections are written anew
 */
export async function tenants(
  { program, version }: InstalledTool,
  asked: string | undefined,
  progress: Progress,
  signal: AbortSignal,
): Promise<Report> {
  const trials = TRIALS.filter(({ kind }) => asked === undefined || kind === asked);
  if (trials.length === 0) {
    throw new CommandError(`--kind: expected ${oneOf(KINDS)}, got ${show(asked)}; write one of them`);
  }
  const emulation = await emulateTenants(program, trials, progress, signal);
  if ("missing" in emulation) {
    throw withoutProvider(emulation.missing);
  }
  const versions = `moto ${version} and version ${emulation.provider} of the provider for AWS`;
  const sections = new Map(
    emulation.trials.map((each) => [each.trial.title, sectionOf(each, versions)] as const),
  );
  const findings = emulation.trials.flatMap((each) =>
    each.findings.map((finding) => `${each.trial.title}: ${finding}`),
  );
  if (findings.length > 0) {
    return { text: [...sections.values(), ...findings].join("\n"), isWrong: true };
  }
  const had = existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "";
  const calls = new Map(emulation.trials.map((each) => [each.trial.title, each.calls] as const));
  await writeLaidOut(CALLS, callsWith(calls));
  await writeLaidOut(
    PAGE,
    pageWith(
      had,
      sections,
      TRIALS.map(({ title }) => title),
    ),
  );
  return {
    text: `${PAGE}, ${CALLS}: written, with ${trials.map(({ title }) => title).join(", ")}`,
    isWrong: false,
  };
}

/** Writes a file as the project lays files out. */
async function writeLaidOut(file: string, text: string): Promise<void> {
  const { format, resolveConfig } = await import("prettier");
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
