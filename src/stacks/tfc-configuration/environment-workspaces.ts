import type { TerraformStack } from "cdktf";
import type { Environment } from "../../settings/environment/environment";
import {
  REGISTRY_ROLES,
  type RunRoleNames,
  terraformCloudOf,
  workspacesOf,
} from "../../settings/organisation/terraform-cloud";
import { AwsCredentials } from "../../terraform-cloud/aws-credentials";
import { Workspace, type WorkspaceTeam } from "../../terraform-cloud/workspace";
import { type StackName, stackNames } from "../../settings/environment/stack-names";
import { stackId } from "../platform-stack";
import { stateReaders } from "../state-readers";

export interface Surroundings {
  readonly projectId: string;
  readonly teams: readonly WorkspaceTeam[];
  readonly notify: readonly string[];
}

/** The stack that runs sign in by: whoever applies it signs in by themselves. */
const SIGN_IN: StackName = "tfc-aws-config";

/** The stack whose runs have roles of their own. */
const REGISTRY: StackName = "ecr";

/** A workspace for each stack of an environment, and the AWS account that their runs sign in to. */
export function addEnvironmentWorkspaces(
  stack: TerraformStack,
  environment: Environment,
  { projectId, teams, notify }: Surroundings,
): void {
  const { account, autoApply, roles } = workspacesOf(environment);
  const { terraformVersion, healthAssessments } = terraformCloudOf(environment.organisation);
  const workspaces = new Map<StackName, Workspace>();

  // The last stack first: whoever reads a state comes after the one that writes it.
  for (const name of stackNames(environment).reverse()) {
    const remote = name !== SIGN_IN;
    const id = stackId(name, environment);
    workspaces.set(
      name,
      new Workspace(stack, id, {
        name: id,
        description: `${name} of ${environment.name}`,
        projectId,
        tags: [environment.name, name, "eks", "aws"],
        terraformVersion,
        execution: remote ? "remote" : "local",
        autoApply: remote && autoApply,
        healthAssessments: remote && healthAssessments,
        stateReaders: stateReaders(name, environment).map((reader) => workspaces.get(reader)!),
        teams,
        notify: remote ? notify : [],
      }),
    );
  }

  const signIn = (id: string, { plan, apply }: RunRoleNames, names: readonly StackName[]) =>
    new AwsCredentials(stack, id, {
      name: id,
      description: `AWS account ${account}, by OIDC`,
      planRoleArn: `arn:aws:iam::${account}:role/${plan}`,
      applyRoleArn: `arn:aws:iam::${account}:role/${apply}`,
      workspaces: names.map((name) => workspaces.get(name)!),
    });
  const names = [...workspaces.keys()].filter((name) => name !== SIGN_IN && name !== REGISTRY);
  signIn(`aws-credentials-${environment.name}`, roles, names);
  if (workspaces.has(REGISTRY)) {
    signIn(`aws-credentials-${stackId(REGISTRY, environment)}`, REGISTRY_ROLES, [REGISTRY]);
  }
}
