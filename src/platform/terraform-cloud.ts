import type { TerraformCloud } from "../settings/organisation/terraform-cloud-schema";
import { CONTACT } from "./names";

const PRODUCTION = "GOV.UK Production";
const NON_PRODUCTION = "GOV.UK Non-Production (r/o)";
const SENIOR_TECH = "GOV.UK Senior Tech";

/** HCP Terraform of GOV.UK. */
export const terraformCloud: TerraformCloud = {
  terraformVersion: "1.11.4",

  project: "govuk-infrastructure",
  configurationProject: "tfc-configuration",
  configurationTeams: { [SENIOR_TECH]: "admin", [PRODUCTION]: "write" },

  teams: [PRODUCTION, NON_PRODUCTION, SENIOR_TECH],
  notify: [CONTACT],
  healthAssessments: true,

  environments: {
    integration: { teams: { [PRODUCTION]: "write", [NON_PRODUCTION]: "write" }, autoApply: false },
    staging: { teams: { [PRODUCTION]: "write" }, autoApply: false },
    production: { teams: { [PRODUCTION]: "write" }, autoApply: false },
  },

  ephemeral: { teams: { [PRODUCTION]: "write", [NON_PRODUCTION]: "write" }, autoApply: false },
};
