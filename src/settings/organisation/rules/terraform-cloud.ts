import { nearest } from "../../checking/nearest";
import { oneOf, type Path, problem, show } from "../../checking/problem";
import type { OrganisationConfig } from "../schema";
import type { Pipelines, TerraformCloud } from "../terraform-cloud-schema";
import { environmentIsKnown } from "./known-environment";
import { EMAIL } from "../../checking/email";

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
        ...pipelinesAreApart(cloud),
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
function teamsAreListed(cloud: TerraformCloud): string[] {
  const { teams, administrators, configurationReaders, environments, ephemeral } = cloud;
  const listed: [Path, string][] = Object.entries({ administrators, configurationReaders }).flatMap(
    ([list, names]) => names.map((name, index): [Path, string] => [[list, index], name]),
  );
  const given: [Path, object][] = [
    ...Object.entries(environments).map(([name, workspaces]): [Path, object] => [
      ["environments", name, "teams"],
      workspaces.teams,
    ]),
    [["ephemeral", "teams"], ephemeral === false ? {} : ephemeral.teams],
  ];

  const named = given.flatMap(([path, access]) =>
    Object.keys(access).map((team): [Path, string] => [[...path, team], team]),
  );
  return [...listed, ...named]
    .filter(([, team]) => !teams.includes(team))
    .map(([path, team]) => {
      const meant = nearest(team, teams);
      const fix = meant ? `did you mean ${show(meant)}?` : "add it to teams, or take it out here";
      return problem([...AT, ...path], oneOf(teams), show(team), fix);
    });
}

/** Refuses a team of workflows that is also another environment's, another phase's or people's. */
function pipelinesAreApart({ teams, environments, ephemeral }: TerraformCloud): string[] {
  const taken = new Map<string, string>(teams.map((team) => [slug(team), "a team of people"]));
  const places: [Path, Pipelines][] = [
    ...Object.entries(environments).map(([name, { pipelines }]): [Path, Pipelines] => [
      ["environments", name, "pipelines"],
      pipelines,
    ]),
    ...(ephemeral === false ? [] : [[["ephemeral", "pipelines"], ephemeral.pipelines] as [Path, Pipelines]]),
  ];

  return places.flatMap(([path, pipelines]) =>
    (["plan", "apply"] as const).flatMap((phase) => {
      const team = pipelines[phase];
      const owner = taken.get(slug(team));
      taken.set(slug(team), [...path, phase].join("."));
      return owner === undefined && slug(team) !== ""
        ? []
        : [
            problem(
              [...AT, ...path, phase],
              "a team of its own, in one environment and one phase",
              `${show(team)}${owner === undefined ? "" : `, which is ${owner}`}`,
              "name a team that nothing else has; tfc-configuration makes it",
            ),
          ];
    }),
  );
}

/** The part of a team's name that its address keeps. Two teams need two addresses. */
const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "");

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
