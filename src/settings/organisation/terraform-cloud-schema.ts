import { z } from "zod";
import { exactObject, listOf, namedValues } from "../checking/exact-object";

const text = z.string();

/** Access of teams to a workspace, by name of the team. */
const teamAccess = namedValues(z.enum(["read", "plan", "write", "admin"]));

/** Teams whose tokens the workflows have. `tfc-configuration` makes them, without members. */
const pipelines = exactObject({
  /** Team that plans in every workspace of the environment, and may apply and read nothing. */
  plan: text,

  /** Team that plans and applies in every workspace of the environment. */
  apply: text,
});

const workspaces = {
  teams: teamAccess,
  pipelines,

  /**
   * Applies a run as soon as its plan has succeeded. Must be false if a workflow deploys: it confirms the run
   * itself, and fails if that has happened already.
   */
  autoApply: z.boolean(),
};

const ephemeralWorkspaces = exactObject(workspaces);

const environmentWorkspaces = exactObject({
  ...workspaces,

  /**
   * Lets workflows plan and apply the environment. `false` until a person has applied its stacks for the first time:
   * deploys pass it over, and drift and pull requests say so.
   */
  deployed: z.boolean(),
});

/** HCP Terraform, as the stack `tfc-configuration` makes it. */
export const TERRAFORM_CLOUD_SETTINGS = exactObject({
  /** Version that every workspace runs. */
  terraformVersion: text,

  /** Project of an environment that names none. */
  project: text,

  /** Project of the workspace that makes all the others. */
  configurationProject: text,

  /**
   * Teams that administer the organisation and its AWS accounts. They alone change the workspaces that are applied from
   * a person's machine, and read the state of those: `tfc-configuration` and each `tfc-aws-config-<environment>`.
   */
  administrators: listOf(text),

  /** Teams that see the workspace `tfc-configuration` and its state. They change nothing there. */
  configurationReaders: listOf(text),

  /** Teams that are given access, by their name in the organisation. Single sign-on manages their members. */
  teams: listOf(text),

  /** E-mail addresses of members who are notified of runs that failed or wait. */
  notify: listOf(text),

  /** Looks for drift between runs. Only the Standard and Premium plans can. */
  healthAssessments: z.boolean(),

  /** Workspaces by environment. */
  environments: namedValues(environmentWorkspaces),

  /** Workspaces of every environment that lives for days. `false`: none of those keeps its state here. */
  ephemeral: z.union([ephemeralWorkspaces, z.literal(false)]),
});

/** HCP Terraform of an organisation. */
export type TerraformCloud = z.infer<typeof TERRAFORM_CLOUD_SETTINGS>;

/** Workspaces of one environment. */
export type EnvironmentWorkspaces = z.infer<typeof environmentWorkspaces>;

/** Teams of the workflows that plan and apply one environment. */
export type Pipelines = z.infer<typeof pipelines>;

/** Access by name of the team. */
export type TeamAccess = z.infer<typeof teamAccess>;
