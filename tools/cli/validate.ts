import { CommandError } from "../kit/command-error";
import { findingsOf } from "../offline/findings";
import { terraformVersion } from "../toolbox/terraform-version";
import { runCommand } from "../kit/run-command";
import { validateAll } from "../checks/validate/validate-all";
import { caveatsOf, notCheckedOf, validationTable } from "../checks/validate/wording";

/** Has Terraform validate every stack, and prints each result. */
void runCommand(async (signal) => {
  if ((await terraformVersion(signal)) === undefined) {
    throw new CommandError(
      "terraform: expected it on the PATH, got none; install what docs/verification.md says",
    );
  }
  const validations = await validateAll((text) => console.error(text), signal);
  const findings = findingsOf(validations.stacks);

  console.log(validationTable(validations.stacks));
  [...caveatsOf(validations), ...notCheckedOf(validations), ...findings].forEach((line) =>
    console.log(`\n${line}`),
  );
  return findings.length === 0 ? 0 : 1;
});
