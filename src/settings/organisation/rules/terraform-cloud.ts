import { nearest } from "../../checking/nearest";
import { oneOf, type Path, problem, show } from "../../checking/problem";
import type { OrganisationConfig } from "../schema";
import type { TerraformCloud } from "../terraform-cloud-schema";
import { environmentIsKnown } from "./known-environment";
import { EMAIL } from "./names";

const AT = ["organisation", "terraformCloud"];

/** Checks what `tfc-configuration` makes workspaces from. */
export const problemsOfTerraformCloud = (organisation: OrganisationConfig): string[] => {
  const { terraformCloud: cloud } = organisation;

  return cloud === false
    ? []
    : [
        ...versionIsExact(cloud),
        ...Object.keys(cloud.environments).flatMap((name) =>
          environmentIsKnown([...AT, "environments", name], name, organisation),
        ),
        ...teamsAreListed(cloud),
        ...emailsAreAddresses(cloud),
      ];
};

const versionIsExact = ({ terraformVersion }: TerraformCloud): string[] =>
  /^1\.(?:1[1-9]|[2-9]\d)\.\d+$/.test(terraformVersion)
    ? []
    : [
        problem(
          [...AT, "terraformVersion"],
          "one version from 1.11.0 on",
          show(terraformVersion),
          "name the version that every workspace shall run",
        ),
      ];

/** Refuses access for a team that the organisation does not have. */
function teamsAreListed({ teams, configurationTeams, environments, ephemeral }: TerraformCloud): string[] {
  const lists: [Path, object][] = [
    [["configurationTeams"], configurationTeams],
    ...Object.entries(environments).map(([name, workspaces]): [Path, object] => [
      ["environments", name, "teams"],
      workspaces.teams,
    ]),
    [["ephemeral", "teams"], ephemeral === false ? {} : ephemeral.teams],
  ];

  return lists.flatMap(([path, access]) =>
    Object.keys(access)
      .filter((team) => !teams.includes(team))
      .map((team) => {
        const meant = nearest(team, teams);
        const fix = meant ? `did you mean ${show(meant)}?` : "add it to teams, or take it out here";
        return problem([...AT, ...path, team], oneOf(teams), show(team), fix);
      }),
  );
}

const emailsAreAddresses = ({ notify }: TerraformCloud): string[] =>
  notify.flatMap((email, index) =>
    EMAIL.test(email)
      ? []
      : [
          problem(
            [...AT, "notify", index],
            "the e-mail address of a member of the organisation",
            show(email),
            "write it as they sign in with it",
          ),
        ],
  );
