import { checkCharts } from "../checks/charts/check-charts";
import { caveatsOf, chartsTable, checkedIn, findingsOf, notCheckedOf } from "../checks/charts/wording";
import { CommandError } from "../kit/command-error";
import { runCommand } from "../kit/run-command";

/** Renders every release of every environment with Helm, and prints each result. */
void runCommand(async (signal) => {
  const results = await checkCharts((text) => console.error(text), signal);
  if ("missing" in results) {
    throw new CommandError(
      `helm: expected a program, got none (${results.missing}); see docs/verification.md`,
    );
  }
  const findings = findingsOf(results.releases);

  console.log(`${chartsTable(results.releases)}\n\n${checkedIn(results.releases)}`);
  [...caveatsOf(results), ...notCheckedOf(results), ...findings].forEach((line) => console.log(`\n${line}`));
  return findings.length === 0 ? 0 : 1;
});
