import type { Environment } from "../environment/environment";
import type { Organisation } from "../organisation/organisation";
import { hasTeams } from "../sign-in/identity-provider";
import { groupOf, type TenantsConfig } from "../tenants/tenants";
import { problem, show } from "../checking/problem";
import { entryPath } from "../tenants/entry-path";
import { gitHubTeamOf } from "../tenants/rules/teams";

/**
 * Refuses teams that Dex does not ask the provider for: Dex reports only the configured teams of an engineer who
 * signs in.
 */
export const teamsSignIn = (
  environments: readonly Environment[],
  { teams }: TenantsConfig,
  { gitHub }: Organisation,
): string[] =>
  teams.flatMap((team, index) => {
    const { key, group } = groupOf(team);
    const closed = environments.filter(({ clusters }) =>
      clusters.some(({ addons: { dex } }) => {
        return dex !== false && hasTeams(dex) && !dex.teams.includes(group);
      }),
    );
    // Another rule refuses text that is no team's name.
    const isName = key === "signInGroup" ? group !== "" : gitHubTeamOf(gitHub).test(group);
    return closed.length === 0 || !isName
      ? []
      : [
          `tenants ${problem(
            [...entryPath("teams", team, index), key],
            `a team that signs in to ${closed.map(({ name }) => name).join(", ")}`,
            show(group),
            "add it to addons.dex.teams, whose default is organisation.signIn.teams",
          )}`,
        ];
  });
