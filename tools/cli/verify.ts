import { liveLine } from "../kit/live-line";
import { runCommand } from "../kit/run-command";
import { argumentsOf } from "../verify/arguments";
import { judge } from "../verify/judge";
import { verifyReport } from "../verify/report";
import { fails } from "../verify/verdict";
import { VERIFICATIONS } from "../verify/verifications";

/**
 * Checks the platform with the real tools. Fails if one has a finding, or if one is missing although all are
 * required.
 */
async function verify(signal: AbortSignal): Promise<number> {
  const { lanes, list, complete } = argumentsOf(VERIFICATIONS, process.argv.slice(2));
  if (list) {
    const width = Math.max(...VERIFICATIONS.flat().map(({ name }) => name.length));
    console.log(
      VERIFICATIONS.flat()
        .map(({ name, proves }) => `${name.padEnd(width)}  ${proves}`)
        .join("\n"),
    );
    return 0;
  }
  const judgements = await judge(lanes, liveLine(process.stderr), signal);
  console.log(verifyReport(judgements));
  return judgements.some((verdict) => fails(verdict, complete)) ? 1 : 0;
}

void runCommand(verify);
