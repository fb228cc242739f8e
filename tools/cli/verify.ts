import { liveLine } from "../kit/live-line";
import { defineCommand } from "../kit/run-command";
import { argumentsOf, VERIFY } from "../verify/arguments";

export const command = defineCommand(VERIFY, async (asked, signal) => {
  const { VERIFICATIONS } = await import("../verify/verifications");
  const { lanes, list, complete } = argumentsOf(VERIFICATIONS, asked);
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
  const judgements = await judge(lanes, liveLine(process.stderr), signal);
  console.log(verifyReport(judgements));
  return judgements.some((verdict) => fails(verdict, complete)) ? 1 : 0;
});
