import { findingsOf } from "../offline/findings";
import { terraformVersion } from "../toolbox/terraform-version";
import { validateAll, type Validations } from "../checks/validate/validate-all";
import { caveatsOf, notCheckedOf, providersUsed } from "../checks/validate/wording";
import type { Verdict, Verification } from "./verdict";

/** Program and subcommand that judge. */
export const TERRAFORM_VALIDATE = "terraform validate";

/** Has Terraform and its providers check every stack: arguments, types, references, modules. */
export const validate: Verification = async (progress, signal) => {
  const version = await terraformVersion(signal);
  if (version === undefined) {
    const missing = "terraform was not found";
    return { tool: TERRAFORM_VALIDATE, version: "", checked: "", findings: [], missing };
  }
  return verdictOf(version, await validateAll(progress, signal));
};

/** Verdict on the validations of one version of Terraform. */
export const verdictOf = (version: string, validations: Validations): Verdict => ({
  tool: TERRAFORM_VALIDATE,
  version,
  checked: `${validations.stacks.length} stacks with ${providersUsed(validations.providers)}`,
  findings: findingsOf(validations.stacks),
  caveats: caveatsOf(validations),
  notChecked: notCheckedOf(validations),
});
