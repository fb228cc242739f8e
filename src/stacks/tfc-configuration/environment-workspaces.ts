import type { TerraformStack } from "cdktf";
import type { ClusterEnvironment, Environment } from "../../settings/environment/environment";
import {
  REGISTRY_ROLES,
  type RunRoleNames,
  terraformCloudOf,
  workspacesOf,
} from "../../settings/organisation/terraform-cloud";
import { AgentPool } from "../../terraform-cloud/agent-pool";
import { AwsCredentials } from "../../terraform-cloud/aws-credentials";
import { Workspace, type WorkspaceTeam } from "../../terraform-cloud/workspace";
import { clusterLabel, stackId, type StackPlace, stacksOf } from "../../settings/environment/stack-names";
import type { StackName } from "../../settings/state/stack-names";
import { bounded } from "../../names/bounded";
import { NAME_LIMITS } from "../../names/limits";
import { runGroupsOf } from "../run-groups";
import { stateReaders } from "../state-readers";

export interface Surroundings {
  readonly projectId: string;

  /** Teams of the workspaces whose runs happen at HCP Terraform. */
  readonly teams: readonly WorkspaceTeam[];

  /** Teams of the workspaces that are applied from a person's machine alone. */
  readonly administrators: readonly WorkspaceTeam[];
  readonly notify: readonly string[];
}

/** Stack that runs sign in by. The administrator who applies it signs in with their own credentials. */
const SIGN_IN: StackName = "tfc-aws-config";

/** Stack whose runs have roles of their own. */
const REGISTRY: StackName = "ecr";

/**
 * The stack of Helm releases. Helm keeps each in a Secret, which a plan may not read, and an assessment reads all that
 * a stack has made.
 */
const RELEASES: StackName = "cluster-services";

/** Stacks whose runs call the Kubernetes API of their cluster. */
const CALLERS: readonly StackName[] = ["cluster-access", "cluster-services"];

/** Makes a pool of agents for each cluster that has some, and returns what says where the runs of a stack happen. */
function addAgentPools(stack: TerraformStack, { clusters }: Environment) {
  const pools = new Map(
    clusters
      .filter(({ cluster }) => cluster.endpointAccess.agents !== undefined)
      .map((environment) => {
        const name = bounded(`agents-${clusterLabel(environment)}`, NAME_LIMITS.stack);
        return [environment.cluster.name, new AgentPool(stack, name, { name })];
      }),
  );
  return ({ name, cluster }: StackPlace<ClusterEnvironment>): "remote" | AgentPool =>
    (CALLERS.includes(name) && cluster ? pools.get(cluster.cluster.name) : undefined) ?? "remote";
}

/** A workspace for each stack of an environment, and the AWS account that their runs sign in to. */
export function addEnvironmentWorkspaces(
  stack: TerraformStack,
  environment: Environment,
  { projectId, teams, administrators, notify }: Surroundings,
): void {
  const { account, autoApply } = workspacesOf(environment);
  const { terraformVersion, healthAssessments } = terraformCloudOf(environment.organisation);
  const places = stacksOf(environment);
  const workspaces = new Map<string, Workspace>();
  const executionOf = addAgentPools(stack, environment);

  // The last stack first: the stack that reads a state comes after the one that writes it.
  for (const place of [...places].reverse()) {
    const { id, name, cluster } = place;
    const remote = name !== SIGN_IN;
    workspaces.set(
      id,
      new Workspace(stack, id, {
        name: id,
        description: `${name} of ${cluster && !cluster.cluster.main ? `${cluster.cluster.name} in ` : ""}${environment.name}`,
        projectId,
        tags: [environment.name, name, "eks", "aws"],
        terraformVersion,
        execution: remote ? executionOf(place) : "local",
        autoApply: remote && autoApply,
        healthAssessments: remote && healthAssessments && name !== RELEASES,
        stateReaders: stateReaders(place, places).map((reader) => workspaces.get(reader.id)!),
        teams: remote ? teams : administrators,
        notify: remote ? notify : [],
      }),
    );
  }

  const signIn = (id: string, { plan, apply }: RunRoleNames, stacks: readonly StackPlace<unknown>[]) =>
    new AwsCredentials(stack, id, {
      name: id,
      description: `AWS account ${account}, by OIDC`,
      planRoleArn: `arn:aws:iam::${account}:role/${plan}`,
      applyRoleArn: `arn:aws:iam::${account}:role/${apply}`,
      workspaces: stacks.map((place) => workspaces.get(place.id)!),
    });
  for (const { cluster, stacks } of runGroupsOf(environment)) {
    const label = cluster ? clusterLabel(cluster) : environment.name;
    signIn(
      bounded(`aws-credentials-${label}`, NAME_LIMITS.stack),
      workspacesOf(cluster ?? environment).roles,
      [...stacks].reverse(),
    );
  }
  const registry = places.filter(({ name }) => name === REGISTRY);
  if (registry.length > 0) {
    signIn(`aws-credentials-${stackId(REGISTRY, environment)}`, REGISTRY_ROLES, registry);
  }
}
