import { writeFileSync } from "node:fs";
import { oneOf, show } from "../../../src/settings/checking/problem";
import { CommandError } from "../../kit/command-error";
import type { InstalledTool } from "../../toolbox/tools";
import { emulateAll } from "./emulate-all";
import { reportOf } from "./report";
import { emulateTenants } from "./tenants/emulate-tenants";
import { KINDS } from "./tenants/fields";
import { PAGE, pageOf } from "./tenants/page";

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
 * Emulates resources of tenants of every kind, and writes the page about changes if all went well.
 *
 * @param asked - one kind, about which the page's part is printed
 */
export async function tenants(
  { program, version }: InstalledTool,
  asked: string | undefined,
  progress: Progress,
  signal: AbortSignal,
): Promise<Report> {
  const kinds = KINDS.filter((kind) => asked === undefined || kind === asked);
  if (kinds.length === 0) {
    throw new CommandError(`--kind: expected ${oneOf(KINDS)}, got ${show(asked)}; write one of them`);
  }
  const emulation = await emulateTenants(program, kinds, progress, signal);
  if ("missing" in emulation) {
    throw withoutProvider(emulation.missing);
  }
  const page = pageOf(emulation.kinds, `moto ${version}`, emulation.provider);
  const findings = emulation.kinds.flatMap((each) => each.findings);
  if (findings.length > 0 || asked !== undefined) {
    return { text: [page, ...findings].join("\n"), isWrong: findings.length > 0 };
  }
  writeFileSync(PAGE, page);
  return { text: `${PAGE}: written, with ${kinds.length} kinds`, isWrong: false };
}
