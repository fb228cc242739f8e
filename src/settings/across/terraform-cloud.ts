import type { CloudBackendConfig } from "../state/backend";
import type { EnvironmentConfig } from "../environment/environment";
import { TERRAFORM_CLOUD, type TerraformCloud } from "../organisation/terraform-cloud";
import { environmentLabel } from "../checking/label";
import { nearest } from "../checking/nearest";
import { oneOf, type Path, problem, show } from "../checking/problem";

const FILE = "src/settings/organisation/terraform-cloud.ts";

/** What keeps `tfc-configuration` from making the workspaces of these environments. */
export const problemsOfTerraformCloud = (
  environments: readonly EnvironmentConfig[],
  cloud: TerraformCloud = TERRAFORM_CLOUD,
): string[] => [
  ...organisationIsShared(environments),
  ...[
    ...versionIsExact(cloud),
    ...teamsAreListed(cloud),
    ...accountsAreTheirOwn(cloud),
    ...emailsAreAddresses(cloud),
  ].map((text) => `${FILE} ${text}`),
];

/** One stack makes the workspaces of all environments, so they are in one organisation. */
function organisationIsShared(environments: readonly EnvironmentConfig[]): string[] {
  const inTheCloud = environments.flatMap((config) =>
    config.backend.type === "cloud" ? [{ config, place: placeOf(config.backend) }] : [],
  );
  const [first, ...others] = inTheCloud;

  return others
    .filter(({ place }) => place !== first?.place)
    .map(
      ({ config, place }) =>
        `${environmentLabel(config)} ${problem(
          ["backend", "organization"],
          `${show(first?.place)}, which ${environmentLabel(first?.config)} has`,
          show(place),
          "tfc-configuration makes the workspaces of one organisation",
        )}`,
    );
}

const placeOf = ({ organization, hostname }: CloudBackendConfig): string =>
  hostname === undefined ? organization : `${organization} at ${hostname}`;

const versionIsExact = ({ terraformVersion }: TerraformCloud): string[] =>
  /^1\.(?:1[1-9]|[2-9]\d)\.\d+$/.test(terraformVersion)
    ? []
    : [
        problem(
          ["terraformVersion"],
          "one version from 1.11.0 on",
          show(terraformVersion),
          "name the version that every workspace shall run",
        ),
      ];

/** A team that is given access is one of those that the organisation has. */
function teamsAreListed({ teams, configurationTeams, environments, ephemeral }: TerraformCloud): string[] {
  const lists: [Path, object][] = [
    [["configurationTeams"], configurationTeams],
    ...Object.entries(environments).map(([name, workspaces]): [Path, object] => [
      ["environments", name, "teams"],
      workspaces.teams,
    ]),
    [["ephemeral", "teams"], ephemeral.teams],
  ];

  return lists.flatMap(([path, access]) =>
    Object.keys(access)
      .filter((team) => !teams.includes(team))
      .map((team) => {
        const meant = nearest(team, teams);
        return problem(
          [...path, team],
          oneOf(teams),
          show(team),
          meant ? `did you mean ${show(meant)}?` : "add it to teams, or take it out here",
        );
      }),
  );
}

/** An account has one pair of roles, which trusts the workspaces of one environment, or it has only ephemeral ones. */
function accountsAreTheirOwn({ environments, ephemeral }: TerraformCloud): string[] {
  const owners = new Map<string, string>();
  const accounts: [Path, string][] = [
    ...Object.entries(environments).map(([name, { account }]): [Path, string] => [
      ["environments", name, "account"],
      account,
    ]),
    [["ephemeral", "account"], ephemeral.account],
  ];

  return accounts.flatMap(([path, account]) => {
    if (!/^\d{12}$/.test(account)) {
      return [problem(path, "the twelve digits of an AWS account", show(account), "copy them from AWS")];
    }
    const owner = owners.get(account);
    owners.set(account, owner ?? String(path.at(-2)));
    return owner === undefined
      ? []
      : [
          problem(
            path,
            "an account of its own",
            `${show(account)}, which ${owner} has`,
            "give each environment another",
          ),
        ];
  });
}

const emailsAreAddresses = ({ notify }: TerraformCloud): string[] =>
  notify.flatMap((email, index) =>
    /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)
      ? []
      : [
          problem(
            ["notify", index],
            "the e-mail address of a member of the organisation",
            show(email),
            "write it as they sign in with it",
          ),
        ],
  );
