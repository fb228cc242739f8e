import type { TerraformStack } from "cdktf";
import type { TeamAccess } from "../../settings/organisation/terraform-cloud-schema";
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
