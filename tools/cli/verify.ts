import { liveLine } from "../kit/live-line";
import { defineCommand } from "../kit/run-command";
import { toolCache } from "../toolbox/tools";
import { argumentsOf, VERIFY } from "../verify/arguments";

export const command = defineCommand(VERIFY, async (asked, signal) => {
  const { VERIFICATIONS } = await import("../verify/verifications");
  const { lanes, list, complete, again } = argumentsOf(VERIFICATIONS, asked);
  if (list) {
    const width = Math.max(...VERIFICATIONS.flat().map(({ name }) => name.length));
    console.log(
      VERIFICATIONS.flat()
        .map(({ name, proves }) => `${name.padEnd(width)}  ${proves}`)
        .join("\n"),
    );
    return 0;
  }
  const { judge } = await import("../verify/judge");
  const { verifyReport } = await import("../verify/report");
  const { fails } = await import("../verify/verdict");
  const { equipment } = await import("../verify/equipment");
  const { greenRuns } = await import("../verify/green-runs");
  const judgements = await judge({
    lanes,
    line: liveLine(process.stderr),
    signal,
    greenRuns: greenRuns({ project: process.cwd(), folder: toolCache("green-runs"), equipment }),
    again,
  });
  console.log(verifyReport(judgements));
  return judgements.some((verdict) => fails(verdict, complete)) ? 1 : 0;
});
