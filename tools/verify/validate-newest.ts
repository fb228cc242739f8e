import { validateAll } from "../checks/validate/validate-all";
import { newestTerraform } from "../toolbox/newest-terraform";
import { TERRAFORM_VALIDATE, verdictOf } from "./validate";
import type { Verification } from "./verdict";

/** Has the newest Terraform check every stack, to which workspaces move one day. */
export const validateNewest: Verification = async (progress, signal) => {
  const tool = await newestTerraform(signal);
  return "missing" in tool
    ? { tool: TERRAFORM_VALIDATE, version: "", checked: "", findings: [], missing: tool.missing }
    : verdictOf(tool.version, await validateAll(progress, signal, tool.program));
};
