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
  administrators: [SENIOR_TECH],
  configurationReaders: [PRODUCTION],

  teams: [PRODUCTION, NON_PRODUCTION, SENIOR_TECH],
  notify: [CONTACT],
  healthAssessments: true,

  environments: {
    integration: {
      teams: { [PRODUCTION]: "write", [NON_PRODUCTION]: "write" },
      pipelines: { plan: "Pipelines plan integration", apply: "Pipelines apply integration" },
      autoApply: false,
      deployed: true,
    },
    staging: {
      teams: { [PRODUCTION]: "write" },
      pipelines: { plan: "Pipelines plan staging", apply: "Pipelines apply staging" },
      autoApply: false,
      deployed: true,
    },
    production: {
      teams: { [PRODUCTION]: "write" },
      pipelines: { plan: "Pipelines plan production", apply: "Pipelines apply production" },
      autoApply: false,
      deployed: true,
    },
  },

  ephemeral: {
    teams: { [PRODUCTION]: "write", [NON_PRODUCTION]: "write" },
    pipelines: { plan: "Pipelines plan ephemeral", apply: "Pipelines apply ephemeral" },
    autoApply: false,
  },
};
