import { CommandError } from "../kit/command-error";
import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "validate",
    summary: "Has Terraform and its providers validate every stack. Needs Terraform.",
    args: [],
    options: {},
  },
  async (_, signal) => {
    const { terraformVersion } = await import("../toolbox/terraform-version");
    if ((await terraformVersion(signal)) === undefined) {
      throw new CommandError(
        "terraform: expected it on the PATH, got none; install what docs/verification.md says",
      );
    }
    const { findingsOf } = await import("../offline/findings");
    const { validateAll } = await import("../checks/validate/validate-all");
    const { caveatsOf, notCheckedOf, validationTable } = await import("../checks/validate/wording");
    const validations = await validateAll((text) => console.error(text), signal);
    const findings = findingsOf(validations.stacks);

    console.log(validationTable(validations.stacks));
    [...caveatsOf(validations), ...notCheckedOf(validations), ...findings].forEach((line) =>
      console.log(`\n${line}`),
    );
    return findings.length === 0 ? 0 : 1;
  },
);
