import type { Environment } from "../environment/environment";
import type { Organisation } from "../organisation/organisation";
import type { TenantsConfig } from "../tenants/tenants";
import { problem, show } from "../checking/problem";
import { entryPath } from "../tenants/entry-path";
import { gitHubTeamOf } from "../tenants/rules/teams";

/**
 * Refuses teams that Dex does not ask GitHub for: Dex reports only the configured teams of an engineer who
 * signs in.
 */
export const teamsSignIn = (
  environments: readonly Environment[],
  { teams }: TenantsConfig,
  { gitHub }: Organisation,
): string[] =>
  teams.flatMap((team, index) => {
    const closed = environments.filter(({ clusters }) =>
      clusters.some(({ addons: { dex } }) => {
        return dex !== false && dex.signIn === "github" && !dex.teams.includes(team.gitHubTeam);
      }),
    );
    // Another rule refuses text that is no team's name.
    return closed.length === 0 || !gitHubTeamOf(gitHub).test(team.gitHubTeam)
      ? []
      : [
          `tenants ${problem(
            [...entryPath("teams", team, index), "gitHubTeam"],
            `a team that signs in to ${closed.map(({ name }) => name).join(", ")}`,
            show(team.gitHubTeam),
            "add it to addons.dex.teams, whose default is organisation.signIn.teams",
          )}`,
        ];
  });
