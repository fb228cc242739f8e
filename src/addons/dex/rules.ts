import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { oneOf, problem, show } from "../../settings/checking/problem";
import { problemsOfReason } from "../../settings/checking/reason";

/** Problems of the settings of sign-in. */
export const problemsOfSignIn = (config: ClusterEnvironmentConfig): string[] =>
  [passwordHasItsReason, someTeamSignsIn, teamsNameTheirOrganisation, readWriteTeamSignsIn].flatMap((rule) =>
    rule(config),
  );

const passwordHasItsReason = ({ addons: { dex } }: ClusterEnvironmentConfig): string[] =>
  dex === false || dex.signIn === "github"
    ? []
    : problemsOfReason(
        dex.signIn.reason,
        ["addons", "dex", "signIn", "reason"],
        'say why one shared password makes an administrator, or set signIn to "github"',
      );

const someTeamSignsIn = ({ addons: { dex } }: ClusterEnvironmentConfig): string[] =>
  dex === false || dex.signIn !== "github" || dex.teams.length > 0
    ? []
    : [
        problem(
          ["addons", "dex", "teams"],
          "one team at least",
          "an empty list",
          "without any, everybody with a GitHub account could sign in",
        ),
      ];

const TEAM = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?:[a-z0-9][a-z0-9_-]*$/;

const teamsNameTheirOrganisation = ({ addons: { dex } }: ClusterEnvironmentConfig): string[] =>
  (dex === false ? [] : dex.teams).flatMap((team, index) =>
    TEAM.test(team)
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
  dex === false || dex.signIn !== "github" || dex.teams.length === 0 || dex.teams.includes(dex.readWriteTeam)
    ? []
    : [
        problem(
          ["addons", "dex", "readWriteTeam"],
          oneOf(dex.teams),
          show(dex.readWriteTeam),
          "add it to addons.dex.teams, or no team could change anything",
        ),
      ];
