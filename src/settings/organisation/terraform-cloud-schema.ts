import { z } from "zod";
import { exactObject, listOf, namedValues } from "../checking/exact-object";

const text = z.string();

/** Access of teams to a workspace, by name of the team. */
const teamAccess = namedValues(z.enum(["read", "plan", "write", "admin"]));

const workspaces = exactObject({
  teams: teamAccess,

  /**
   * Applies a run as soon as its plan has succeeded. Must be false where a workflow deploys: it confirms the run
   * itself, and fails where that has happened already.
   */
  autoApply: z.boolean(),
});

/** HCP Terraform, as the stack `tfc-configuration` makes it. */
export const TERRAFORM_CLOUD_SETTINGS = exactObject({
  /** The one version that every workspace runs. */
  terraformVersion: text,

  /** Project of an environment that names none. */
  project: text,

  /** Project of the workspace that makes all the others. */
  configurationProject: text,

  /** Access to that workspace, and so to all the others. */
  configurationTeams: teamAccess,

  /** Every team that is given access, as the organisation calls it. Single sign-on decides who is in it. */
  teams: listOf(text),

  /** E-mail addresses of members who hear of runs that failed or wait. */
  notify: listOf(text),

  /** Looks for drift between runs. Only the Standard and Premium plans do. */
  healthAssessments: z.boolean(),

  /** Workspaces by environment. */
  environments: namedValues(workspaces),

  /** Workspaces of every environment that lives for days. `false`: none of those keeps its state here. */
  ephemeral: z.union([workspaces, z.literal(false)]),
});

/** HCP Terraform of an organisation. */
export type TerraformCloud = z.infer<typeof TERRAFORM_CLOUD_SETTINGS>;

/** Workspaces of one environment. */
export type EnvironmentWorkspaces = z.infer<typeof workspaces>;

/** Access by name of the team. */
export type TeamAccess = z.infer<typeof teamAccess>;
