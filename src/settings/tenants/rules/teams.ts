import { ADDON_PROJECT } from "../../namespaces/argo-projects";
import { namespaceIsKnown } from "../../namespaces/known-namespace";
import { applicationNamespaces } from "../../namespaces/namespaces";
import type { Organisation } from "../../organisation/organisation";
import { isOfPlatform } from "../../namespaces/argo-kinds";
import type { ArgoProjectConfig, KindConfig, TeamConfig, TenantsConfig } from "../tenants";
import { oneOf, type Path, problem, show } from "../../checking/problem";
import { SLACK_CHANNEL } from "../../checking/slack-channel";
import { problemsOfGroupName } from "../../sign-in/group-name";
import { entryPath } from "../entry-path";
import { everComes } from "../../checking/schedule";
import { nameIsALabel, valuesAreUnique } from "./names";

/** Checks the teams. */
export const problemsOfTeams = ({ teams }: TenantsConfig, organisation: Organisation): string[] => [
  ...teams.flatMap((team, index) => problemsOfTeam(team, entryPath("teams", team, index), organisation)),
  ...valuesAreUnique(
    teams.map(({ name }, index) => ({ path: ["teams", index, "name"], value: name, owner: "another team" })),
    "a name",
    "rename one of the two, or make them one",
  ),
];

/** Names of the projects that Argo CD itself and the platform have. */
const TAKEN_PROJECTS = ["default", "platform"];

/** Shape of a team of a GitHub organisation, such as `example:search`. */
export const gitHubTeamOf = (gitHub: string): RegExp => new RegExp(`^${gitHub}:[a-z0-9]+(?:-+[a-z0-9]+)*$`);

function problemsOfTeam(
  { name, gitHubTeam, signInGroup, slackChannel, argoProject, digest }: TeamConfig,
  path: Path,
  organisation: Organisation,
): string[] {
  const { gitHub } = organisation;
  const problems = [
    ...nameIsALabel([...path, "name"], name),
    ...problemsOfProject(argoProject, path, applicationNamespaces(organisation)),
  ];

  if (TAKEN_PROJECTS.includes(name) || name.startsWith(ADDON_PROJECT)) {
    const fix = "Argo CD has a project of this name that is no team's; choose another";
    problems.push(problem([...path, "name"], "the name of a team", show(name), fix));
  }
  problems.push(...problemsOfGroup({ gitHubTeam, signInGroup }, path, gitHub));
  if (slackChannel !== undefined && !SLACK_CHANNEL.test(slackChannel)) {
    const fix = 'write "#" and the channel in lower case, such as "#search"';
    problems.push(problem([...path, "slackChannel"], "a Slack channel", show(slackChannel), fix));
  }
  const { sentry } = organisation.externalServices;
  if (slackChannel !== undefined && sentry !== false && sentry.slackWorkspace === undefined) {
    const expected = "no channel, since organisation.externalServices.sentry.slackWorkspace is not there";
    const fix = "add the workspace, or remove the channel: Sentry then e-mails the team";
    problems.push(problem([...path, "slackChannel"], expected, show(slackChannel), fix));
  }
  if (digest && slackChannel === undefined) {
    const fix = "its channel gets the list of pull requests: add slackChannel, or remove digest";
    problems.push(problem([...path, "slackChannel"], "a channel, since the team has a digest", "none", fix));
  }
  if (digest && !everComes(digest.schedule)) {
    const fix = "write minute, hour, day, month and weekday, Sunday as 0, of a day that there is";
    problems.push(
      problem([...path, "digest", "schedule"], 'a time such as "30 9 * * 1-5"', show(digest.schedule), fix),
    );
  }
  return problems;
}

/** Problems of the group whose members get a team's permissions. One of the two settings has it. */
function problemsOfGroup(
  { gitHubTeam, signInGroup }: Pick<TeamConfig, "gitHubTeam" | "signInGroup">,
  path: Path,
  gitHub: string,
): string[] {
  if (signInGroup !== undefined && gitHubTeam !== undefined) {
    const fix = "remove it, or gitHubTeam: the members of one group get the team's permissions";
    return [problem([...path, "signInGroup"], "nothing beside gitHubTeam", show(signInGroup), fix)];
  }
  if (signInGroup !== undefined) {
    return problemsOfGroupName(signInGroup, [...path, "signInGroup"]);
  }
  if (gitHubTeam === undefined || !gitHubTeamOf(gitHub).test(gitHubTeam)) {
    const expected = `a team of ${gitHub} on GitHub`;
    const fix =
      gitHubTeam === undefined
        ? "add it; where engineers sign in at another provider, write signInGroup in its place"
        : `write "${gitHub}:" and the team as its address has it`;
    return [problem([...path, "gitHubTeam"], expected, show(gitHubTeam), fix)];
  }
  return [];
}

function problemsOfProject(
  { namespaces, kinds = [] }: ArgoProjectConfig,
  team: Path,
  known: readonly string[],
): string[] {
  const path = [...team, "argoProject"];
  const problems = [
    ...namespaces.flatMap((name, index) => namespaceIsKnown([...path, "namespaces", index], name, known)),
    ...kinds.flatMap((kind, index) => problemsOfKind(kind, [...path, "kinds", index])),
  ];

  return namespaces.length > 0
    ? problems
    : [
        problem([...path, "namespaces"], oneOf(known), show(namespaces), "list where its applications run"),
        ...problems,
      ];
}

/** API group: empty for the core group; Kubernetes' own groups need no dot. */
const API_GROUP = /^(?:[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*)?$/;

const KIND = /^[A-Z][A-Za-z0-9]*$/;

function problemsOfKind({ group, kind }: KindConfig, path: Path): string[] {
  const problems: string[] = [];
  if (!API_GROUP.test(group)) {
    const fix = 'write what its "apiVersion" has before the slash';
    problems.push(problem([...path, "group"], "an API group", show(group), fix));
  }
  if (!KIND.test(kind)) {
    problems.push(problem([...path, "kind"], "a kind of object", show(kind), 'write it as in its "kind"'));
  }
  if (isOfPlatform({ group, kind })) {
    const expected = "a kind that neither bounds a namespace, gives rights, nor reaches beyond it";
    problems.push(problem([...path, "kind"], expected, show(kind), "the platform makes these: leave it out"));
  }
  return problems;
}
