import { findingsOf, otherVersions } from "../copies/findings";
import { emulateAll } from "../emulate/emulate-all";
import { MOTO } from "../emulate/not-emulated";
import { forgottenText, leftOutText, unusedText } from "../emulate/wording";
import { pythonTool } from "./python";
import type { Verdict, Verification } from "./verdict";

/** Plans what AWS has to make for every environment, applies it to an emulated AWS, and plans it again. */
export const plans: Verification = async (progress, signal): Promise<Verdict> => {
  const tool = { tool: "terraform plan with moto", version: "", checked: "", findings: [] };
  const moto = await pythonTool("moto", signal);
  if ("missing" in moto) {
    return { ...tool, missing: moto.missing };
  }
  const emulations = await emulateAll(moto.program, progress, signal);
  if ("missing" in emulations) {
    return { ...tool, missing: emulations.missing };
  }
  const { stacks, providers } = emulations;
  const created = stacks.reduce((sum, stack) => sum + stack.created, 0);
  return {
    ...tool,
    version: moto.version,
    checked: `${stacks.length} stacks, ${created} resources`,
    findings: [...findingsOf(stacks), ...unusedText(stacks, MOTO)],
    caveats: [...moto.caveats, ...otherVersions(providers), ...leftOutText(stacks), ...forgottenText(MOTO)],
  };
};
