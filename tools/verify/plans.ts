import { findingsOf, otherVersions } from "../offline/findings";
import { emulateAll, type Emulations } from "../checks/emulate/emulate-all";
import type { Gaps } from "../checks/emulate/gaps";
import { MOTO } from "../checks/emulate/not-emulated";
import { forgottenText, leftOutText, unusedText } from "../checks/emulate/wording";
import { pythonTool } from "../toolbox/python";
import type { InstalledTool } from "../toolbox/tools";
import type { Verdict, Verification } from "./verdict";

/** Plans the AWS stacks of every environment, applies them to an emulated AWS, and plans them again. */
export const plans: Verification = async (progress, signal): Promise<Verdict> => {
  const moto = await pythonTool("moto", signal);
  if ("missing" in moto) {
    return { ...NOTHING, missing: moto.missing };
  }
  const emulations = await emulateAll(moto.program, progress, signal);
  return "missing" in emulations
    ? { ...NOTHING, missing: emulations.missing }
    : verdictOf(emulations, moto, MOTO);
};

const NOTHING = { tool: "terraform plan with moto", version: "", checked: "", findings: [] };

/** Verdict on the stacks with an emulator that has gaps. */
export const verdictOf = (
  { stacks, providers }: Emulations,
  { version, caveats }: InstalledTool,
  gaps: Gaps,
): Verdict => ({
  tool: NOTHING.tool,
  version,
  checked: `${stacks.length} stacks, ${stacks.reduce((sum, stack) => sum + stack.created, 0)} resources`,
  findings: [...findingsOf(stacks), ...unusedText(stacks, gaps)],
  caveats: [...caveats, ...otherVersions(providers), ...leftOutText(stacks), ...forgottenText(gaps)],
});
