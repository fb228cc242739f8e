import { ACCOUNTS } from "../../platform/accounts";
import type { ENVIRONMENT_NAMES } from "../environment/environment";
import { ORGANISATION } from "../../platform/organisation";

/** What a team may do with a workspace: look at it, start plans, also apply them, or change its settings too. */
export type WorkspaceAccess = "read" | "plan" | "write" | "admin";

/** Access by name of the team. */
export type TeamAccess = Readonly<Record<string, WorkspaceAccess>>;

/** The workspaces of one environment. */
export interface EnvironmentWorkspaces {
  /** The AWS account, twelve digits, that their runs sign in to. */
  readonly account: string;
  readonly teams: TeamAccess;

  /**
   * Whether a run is applied as soon as its plan has succeeded. Not where a workflow deploys: it confirms the run
   * itself, and fails where that has happened already.
   */
  readonly autoApply: boolean;
}

/** HCP Terraform, as `tfc-configuration` makes it. */
export interface TerraformCloud {
  /** The one version that every workspace runs. */
  readonly terraformVersion: string;

  /** The project of the workspace that makes all the others. */
  readonly configurationProject: string;

  /** Who may use that workspace, and so decide about all the others. */
  readonly configurationTeams: TeamAccess;

  /** Every team named here, as the organisation calls it. Single sign-on decides who is in it. */
  readonly teams: readonly string[];

  /** Members of the organisation, by e-mail address, who hear of runs that failed or wait for somebody. */
  readonly notify: readonly string[];

  /** Whether HCP Terraform looks for drift between runs. Only its Standard and Premium plans do. */
  readonly healthAssessments: boolean;

  readonly environments: Readonly<Record<(typeof ENVIRONMENT_NAMES)[number], EnvironmentWorkspaces>>;

  /** Those of every environment that lives for days. All of these are in one account. */
  readonly ephemeral: EnvironmentWorkspaces;
}

const PRODUCTION = "GOV.UK Production";
const NON_PRODUCTION = "GOV.UK Non-Production (r/o)";
const SENIOR_TECH = "GOV.UK Senior Tech";

export const TERRAFORM_CLOUD: TerraformCloud = {
  terraformVersion: "1.11.4",

  configurationProject: "tfc-configuration",
  configurationTeams: { [SENIOR_TECH]: "admin", [PRODUCTION]: "write" },

  teams: [PRODUCTION, NON_PRODUCTION, SENIOR_TECH],
  notify: [ORGANISATION.tags.owner],
  healthAssessments: true,

  environments: {
    integration: {
      account: ACCOUNTS.integration,
      teams: { [PRODUCTION]: "write", [NON_PRODUCTION]: "write" },
      autoApply: false,
    },
    staging: { account: ACCOUNTS.staging, teams: { [PRODUCTION]: "write" }, autoApply: false },
    production: { account: ACCOUNTS.production, teams: { [PRODUCTION]: "write" }, autoApply: false },
  },

  ephemeral: {
    account: ACCOUNTS.ephemeral,
    teams: { [PRODUCTION]: "write", [NON_PRODUCTION]: "write" },
    autoApply: false,
  },
};

/** Names of the two IAM roles that HCP Terraform's runs assume. */
export interface RunRoleNames {
  readonly plan: string;
  readonly apply: string;
}

/** The pair of an account that one environment has to itself. */
export const TERRAFORM_ROLES: RunRoleNames = { plan: "terraform-plan", apply: "terraform-apply" };

/**
 * The pair of an environment that shares its account with others. Not `…-<name>`, as the roles of the cluster are: the
 * runs may change those, and must not be able to change their own.
 */
export const ephemeralRoles = (name: string): RunRoleNames => ({
  plan: `${TERRAFORM_ROLES.plan}_${name}`,
  apply: `${TERRAFORM_ROLES.apply}_${name}`,
});

/**
 * The pair of the stack that keeps the registry, in the account of the environment that has it. Whoever changes a
 * cluster can change no role that pushes images, nor the other way round.
 */
export const REGISTRY_ROLES: RunRoleNames = {
  plan: `${TERRAFORM_ROLES.plan}_ecr`,
  apply: `${TERRAFORM_ROLES.apply}_ecr`,
};

/** The workspaces of an environment and how their runs sign in. */
export interface SignedInWorkspaces extends EnvironmentWorkspaces {
  readonly roles: RunRoleNames;

  /** Whether the account is not this environment's alone, and so knows HCP Terraform already. */
  readonly sharesAccount: boolean;
}

/** The workspaces of an environment; its name has been checked. */
export function workspacesOf({ name }: { readonly name: string }): SignedInWorkspaces {
  const { environments, ephemeral } = TERRAFORM_CLOUD;
  return Object.hasOwn(environments, name)
    ? { ...environments[name as keyof typeof environments], roles: TERRAFORM_ROLES, sharesAccount: false }
    : { ...ephemeral, roles: ephemeralRoles(name), sharesAccount: true };
}
