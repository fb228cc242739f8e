import { accountOf } from "./environment-names";
import type { Organisation } from "./organisation";
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

/**
 * Roles of an environment that shares its account with others. They are not named `…-<name>` as the roles of
 * the cluster are: the runs may change those, and must not be able to change their own.
 */
export const ephemeralRoles = (name: string): RunRoleNames => ({
  plan: `${TERRAFORM_ROLES.plan}_${name}`,
  apply: `${TERRAFORM_ROLES.apply}_${name}`,
});

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

/** Finds the workspaces of an environment; its name has been checked. */
export function workspacesOf({ name, organisation }: OfOrganisation): SignedInWorkspaces {
  const { environments, ephemeral } = terraformCloudOf(organisation);
  const account = accountOf({ name, organisation });

  if (Object.hasOwn(environments, name)) {
    return {
      ...environments[name]!,
      account,
      roles: TERRAFORM_ROLES,
      boundary: BOUNDARY,
      sharesAccount: false,
    };
  }
  return {
    ...(ephemeral || absent("terraformCloud.ephemeral")),
    deployed: true,
    account,
    roles: ephemeralRoles(name),
    boundary: `${BOUNDARY}_${name}`,
    sharesAccount: true,
  };
}

/** ARN of the permissions boundary of every role that the runs of an environment make. */
export function boundaryArn(environment: OfOrganisation): string {
  const { account, boundary } = workspacesOf(environment);
  return `arn:aws:iam::${account}:policy/${boundary}`;
}

interface OfOrganisation {
  readonly name: string;
  readonly organisation: Organisation;
}

function absent(path: string): never {
  throw new Error(`organisation.${path}: expected workspaces, got false; a rule should have refused this`);
}
