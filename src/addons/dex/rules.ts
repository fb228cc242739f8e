import { HTTPS, type Reach } from "../../settings/addon-definition/definition";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { oneOf, problem, show } from "../../settings/checking/problem";
import { problemsOfGroupName } from "../../settings/sign-in/group-name";
import { hasTeams } from "../../settings/sign-in/identity-provider";
import { problemsOfProvider } from "../../settings/sign-in/provider-rules";
import { problemsOfReason } from "../../settings/checking/reason";

/** Dex calls a provider itself, unless the browser carries every message, as with SAML, or there is none. */
export function reachOfDex({ addons: { dex } }: ClusterEnvironmentConfig): Reach {
  return dex !== false && (dex.signIn === "github" || "oidc" in dex.signIn) ? HTTPS() : {};
}

/** Problems of the settings of sign-in. */
export const problemsOfSignIn = (config: ClusterEnvironmentConfig): string[] =>
  [
    passwordHasItsReason,
    providerIsComplete,
    someTeamSignsIn,
    teamsNameTheirOrganisation,
    readWriteTeamSignsIn,
  ].flatMap((rule) => rule(config));

const passwordHasItsReason = ({ addons: { dex } }: ClusterEnvironmentConfig): string[] =>
  dex === false || typeof dex.signIn === "string" || !("password" in dex.signIn)
    ? []
    : problemsOfReason(
        dex.signIn.reason,
        ["addons", "dex", "signIn", "reason"],
        'say why one shared password makes an administrator, or set signIn to "github"',
      );

const providerIsComplete = ({ addons: { dex } }: ClusterEnvironmentConfig): string[] =>
  dex === false || (typeof dex.signIn === "object" && "password" in dex.signIn)
    ? []
    : problemsOfProvider(dex.signIn, ["addons", "dex", "signIn"]);

const someTeamSignsIn = ({ addons: { dex } }: ClusterEnvironmentConfig): string[] =>
  dex === false || !hasTeams(dex) || dex.teams.length > 0
    ? []
    : [
        problem(
          ["addons", "dex", "teams"],
          "one team at least",
          "an empty list",
          "without any, everybody with an account at the provider could sign in",
        ),
      ];

const TEAM = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?:[a-z0-9][a-z0-9_-]*$/;

const teamsNameTheirOrganisation = ({ addons: { dex } }: ClusterEnvironmentConfig): string[] =>
  (dex === false ? [] : dex.teams).flatMap((team, index) =>
    typeof (dex && dex.signIn) === "object"
      ? problemsOfGroupName(team, ["addons", "dex", "teams", index])
      : TEAM.test(team)
        ? []
        : [
            problem(
              ["addons", "dex", "teams", index],
              'a team with its GitHub organisation such as "example:platform"',
              show(team),
              "write <organisation>:<team's slug>",
            ),
          ],
  );

const readWriteTeamSignsIn = ({ addons: { dex } }: ClusterEnvironmentConfig): string[] =>
  dex === false || !hasTeams(dex) || dex.teams.length === 0 || dex.teams.includes(dex.readWriteTeam)
    ? []
    : [
        problem(
          ["addons", "dex", "readWriteTeam"],
          oneOf(dex.teams),
          show(dex.readWriteTeam),
          "add it to addons.dex.teams, or no team could change anything",
        ),
      ];
