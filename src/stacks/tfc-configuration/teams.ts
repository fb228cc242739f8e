import type { TerraformStack } from "cdktf";
import type { Pipelines, TeamAccess } from "../../settings/organisation/terraform-cloud-schema";
import { APPLIES, PipelineTeam, PLANS } from "../../terraform-cloud/pipeline-team";
import { Team, teamSlug } from "../../terraform-cloud/team";
import type { WorkspaceTeam } from "../../terraform-cloud/workspace";

/**
 * Looks up every team in any of the lists, and returns a function from a list to the teams of a workspace.
 */
export function addTeams(
  stack: TerraformStack,
  lists: readonly TeamAccess[],
): (access: TeamAccess) => WorkspaceTeam[] {
  const names = new Set(lists.flatMap((access) => Object.keys(access)));
  const teams = new Map([...names].map((name) => [name, new Team(stack, teamSlug(name), { name })]));

  return (access) =>
    Object.entries(access).map(([name, level]) => ({ team: teams.get(name)!, access: level }));
}

/** Makes the teams of workflows. Returns what turns an environment's into teams of its workspaces. */
export function addPipelineTeams(
  stack: TerraformStack,
  pipelines: readonly Pipelines[],
): (pipelines: Pipelines) => WorkspaceTeam[] {
  const names = new Set(pipelines.flatMap(({ plan, apply }) => [plan, apply]));
  const teams = new Map([...names].map((name) => [name, new PipelineTeam(stack, teamSlug(name), { name })]));

  return ({ plan, apply }) => [
    { team: teams.get(plan)!, access: PLANS },
    { team: teams.get(apply)!, access: APPLIES },
  ];
}

/** Access by which a list of teams administers a workspace. */
export const administeredBy = (administrators: readonly string[]): TeamAccess =>
  Object.fromEntries(administrators.map((team) => [team, "admin"]));

/** Access to the workspace that makes all the others. A team that administers it does not only read it. */
export const configurationAccess = (
  administrators: readonly string[],
  readers: readonly string[],
): TeamAccess => ({
  ...Object.fromEntries(readers.map((team) => [team, "read"])),
  ...administeredBy(administrators),
});
