import { readFileSync, writeFileSync } from "node:fs";
import { CommandError } from "../kit/command-error";
import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "half-way",
    summary:
      "Ends runs of Terraform half-way on this machine, takes the documented steps, and writes what was measured into docs/run-ended-half-way.md.",
    args: [
      {
        name: "environment",
        help: "environment whose first cluster it happens to; by default integration",
        count: "optional",
      },
    ],
    options: {},
  },
  async ({ args: [name = "integration"] }, signal) => {
    const { environmentsNamed } = await import("../checks/apply-offline/environments");
    const [environment] = environmentsNamed([name]);
    const { measureEndings } = await import("../checks/apply-offline/half-way/measure");
    const progress = (text: string) => console.error(text);
    const recoveries = await measureEndings(environment!, progress, signal);
    if ("missing" in recoveries) {
      throw new CommandError(
        `half-way: expected a control plane, terraform and its providers, got not all of them: ${recoveries.missing}; see docs/terraform-without-a-cloud.md`,
      );
    }
    const { PAGE, recoveryTable, withTable } = await import("../checks/apply-offline/half-way/page");
    const findings = recoveries.flatMap(({ stack, ending, findings: all }) =>
      all.map((finding) => `${stack}, ${ending}: ${finding}`),
    );
    console.log([recoveryTable(recoveries), ...findings].join("\n"));
    if (findings.length > 0) {
      return 1;
    }
    writeFileSync(PAGE, withTable(readFileSync(PAGE, "utf8"), recoveryTable(recoveries)));
    return 0;
  },
);
