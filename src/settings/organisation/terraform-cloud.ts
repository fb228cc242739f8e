import { bounded } from "../../names/bounded";
import { NAME_LIMITS } from "../../names/limits";
import { accountOf } from "./environment-names";
import { ownValue } from "../checking/own-value";
import type { Organisation } from "./organisation";
import type { OrganisationConfig } from "./schema";
import type { EnvironmentWorkspaces, Pipelines, TerraformCloud } from "./terraform-cloud-schema";

/** Names of the two IAM roles that HCP Terraform's runs assume. */
export interface RunRoleNames {
  readonly plan: string;
  readonly apply: string;
}

/** Name of the policy that bounds every role that the runs of an environment make. */
const BOUNDARY = "terraform-boundary";

/** Roles in an account that one environment has to itself. */
export const TERRAFORM_ROLES: RunRoleNames = { plan: "terraform-plan", apply: "terraform-apply" };

/** Stacks whose runs share roles: those of an environment with its main cluster, or those of another cluster alone. */
export interface RunsOf {
  readonly name: string;
  readonly organisation: Pick<OrganisationConfig, "terraformCloud">;
  readonly cluster?: { readonly name: string; readonly main: boolean };
}

/**
 * Names of the roles of an environment's runs. Those of an environment that shares its account, and of a cluster beside
 * the main one, are not named `…-<name>` as the roles of the cluster are: the runs may change those, and must not be
 * able to change their own.
 */
export function runRolesOf(runs: RunsOf): RunRoleNames {
  const { plan, apply } = TERRAFORM_ROLES;
  return { plan: ownName(plan, runs), apply: ownName(apply, runs) };
}

/** Name with what tells these runs from others of the account. */
function ownName(name: string, { name: environment, organisation, cluster }: RunsOf): string {
  const { terraformCloud } = organisation;
  const hasAccount = terraformCloud === false || Object.hasOwn(terraformCloud.environments, environment);
  const isMain = cluster === undefined || cluster.main;
  const own = isMain ? (hasAccount ? [] : [environment]) : [environment, cluster.name];

  return bounded([name, ...own].join("_"), NAME_LIMITS.role);
}

/**
 * Roles of the registry's stack, in the account of the environment that has it. Runs that change a cluster
 * can change no role that pushes images, and the reverse.
 */
export const REGISTRY_ROLES: RunRoleNames = {
  plan: `${TERRAFORM_ROLES.plan}_ecr`,
  apply: `${TERRAFORM_ROLES.apply}_ecr`,
};

/** Workspaces of an environment, and their sign-in. */
export interface SignedInWorkspaces extends EnvironmentWorkspaces {
  /** AWS account, twelve digits, that runs sign in to. */
  readonly account: string;
  readonly roles: RunRoleNames;

  /** Name of the permissions boundary of every role that those make. */
  readonly boundary: string;

  /** Says that the account is not this environment's alone, and so knows HCP Terraform already. */
  readonly sharesAccount: boolean;
}

/**
 * HCP Terraform of an organisation. Rules refuse an environment that keeps its state there if the
 * organisation has none.
 */
export const terraformCloudOf = ({ terraformCloud }: Organisation): TerraformCloud =>
  terraformCloud === false ? absent("terraformCloud") : terraformCloud;

/** Lists the teams of workflows, those of environments that are still to come included: their tokens come first. */
export const pipelinesOf = ({ environments, ephemeral }: TerraformCloud): Pipelines[] =>
  [...Object.values(environments), ...(ephemeral === false ? [] : [ephemeral])].map(
    ({ pipelines }) => pipelines,
  );

/** Finds the workspaces of an environment, or of one of its clusters; its name has been checked. */
export function workspacesOf(runs: RunsOf & OfOrganisation): SignedInWorkspaces {
  const { name, organisation } = runs;
  const { environments, ephemeral } = terraformCloudOf(organisation);
  const own = ownValue(environments, name);

  return {
    ...(own ?? { ...(ephemeral || absent("terraformCloud.ephemeral")), deployed: true }),
    account: accountOf({ name, organisation }),
    roles: runRolesOf(runs),
    boundary: ownName(BOUNDARY, runs),
    sharesAccount: own === undefined,
  };
}

interface OfOrganisation {
  readonly name: string;
  readonly organisation: Organisation;
}

function absent(path: string): never {
  throw new Error(`organisation.${path}: expected workspaces, got false; a rule should have refused this`);
}
