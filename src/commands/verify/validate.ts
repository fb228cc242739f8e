import { findingsOf } from "../copies/findings";
import { terraformVersion } from "../copies/terraform-version";
import { validateAll } from "../validate/validate-all";
import { caveatsOf, providersUsed } from "../validate/wording";
import type { Verification } from "./verdict";

/** Has Terraform and its providers check every stack: arguments, types, references, modules. */
export const validate: Verification = async (progress, signal) => {
  const version = await terraformVersion(signal);
  if (version === undefined) {
    const missing = "terraform was not found";
    return { tool: "terraform validate", version: "", checked: "", findings: [], missing };
  }
  const validations = await validateAll(progress, signal);
  return {
    tool: "terraform validate",
    version,
    checked: `${validations.stacks.length} stacks with ${providersUsed(validations.providers)}`,
    findings: findingsOf(validations.stacks),
    caveats: caveatsOf(validations),
  };
};
