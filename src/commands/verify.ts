import { liveLine } from "./live-line";
import { runCommand } from "./run-command";
import { chosenFrom } from "./verify/arguments";
import { judge } from "./verify/judge";
import { verifyReport } from "./verify/report";
import { VERIFICATIONS } from "./verify/verifications";

/** Holds the platform against the real tools. Fails where one of them has a finding. */
async function verify(signal: AbortSignal): Promise<number> {
  const chosen = chosenFrom(VERIFICATIONS, process.argv.slice(2));
  if (chosen === "list") {
    const width = Math.max(...VERIFICATIONS.flat().map(({ name }) => name.length));
    console.log(
      VERIFICATIONS.flat()
        .map(({ name, proves }) => `${name.padEnd(width)}  ${proves}`)
        .join("\n"),
    );
    return 0;
  }
  const judgements = await judge(chosen, liveLine(process.stderr), signal);
  console.log(verifyReport(judgements));
  return judgements.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

void runCommand(verify);
