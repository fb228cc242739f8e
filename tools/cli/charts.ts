import { CommandError } from "../kit/command-error";
import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "charts",
    summary:
      "Renders every release of every environment with Helm, and checks it with the cluster's schemas.",
    args: [],
    options: {},
  },
  async (_, signal) => {
    const { checkCharts } = await import("../checks/charts/check-charts");
    const { caveatsOf, chartsTable, checkedIn, findingsOf, notCheckedOf } =
      await import("../checks/charts/wording");
    const results = await checkCharts((text) => console.error(text), signal);
    if ("missing" in results) {
      throw new CommandError(
        `helm: expected a program, got none (${results.missing}); see docs/verification.md`,
      );
    }
    const findings = findingsOf(results.releases);

    console.log(`${chartsTable(results.releases)}\n\n${checkedIn(results.releases)}`);
    [...caveatsOf(results), ...notCheckedOf(results), ...findings].forEach((line) =>
      console.log(`\n${line}`),
    );
    return findings.length === 0 ? 0 : 1;
  },
);
