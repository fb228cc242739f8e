import { CommandError } from "./command-error";
import { findingsOf } from "./copies/findings";
import { terraformVersion } from "./copies/terraform-version";
import { runCommand } from "./run-command";
import { validateAll } from "./validate/validate-all";
import { caveatsOf, validationTable } from "./validate/wording";

/** Has Terraform validate every stack, and prints how each fared. */
void runCommand(async (signal) => {
  if ((await terraformVersion(signal)) === undefined) {
    throw new CommandError(
      "terraform: expected it on the PATH, got none; install what docs/verification.md says",
    );
  }
  const validations = await validateAll((text) => console.error(text), signal);
  const findings = findingsOf(validations.stacks);

  console.log(validationTable(validations.stacks));
  [...caveatsOf(validations), ...findings].forEach((line) => console.log(`\n${line}`));
  return findings.length === 0 ? 0 : 1;
});
