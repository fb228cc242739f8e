import { ANY_KIND, type ArgoCdProject, type SyncWindow } from "../../addons/argo-cd/projects";
import { namespaceNames } from "../../settings/namespaces/namespaces";
import type { ArgoCdConfig } from "../../addons/argo-cd/settings";
import type { Organisation } from "../../settings/organisation/organisation";
import { groupOf, type TeamConfig, type Tenants } from "../../settings/tenants/tenants";
import { COMMON_KINDS } from "../../settings/tenants/argo-kinds";
import { gitHub } from "./git-hub";

/** Project with all permissions. An engineer who may change its charts may change the whole cluster. */
export const PLATFORM_PROJECT = "platform";

/** Project of the platform, and one for each team. */
export const argoProjects = (
  argoCd: ArgoCdConfig,
  tenants: Tenants,
  organisation: Organisation,
): ArgoCdProject[] => [
  {
    name: PLATFORM_PROJECT,
    description: "What the platform itself consists of, and the application that makes all others",
    repositories: ["*"],
    namespaces: [...namespaceNames(organisation), "kube-system"],
    clusterKinds: [ANY_KIND],
    namespaceKinds: [ANY_KIND],
  },
  ...tenants.teams.map((team) => projectOf(team, tenants, argoCd, organisation)),
];

/** Project of a team: charts of its own repositories and of the one that all share, in its namespaces. */
function projectOf(
  team: TeamConfig,
  { applications }: Tenants,
  argoCd: ArgoCdConfig,
  { timeZone }: Organisation,
): ArgoCdProject {
  const { name, slackChannel, argoProject } = team;
  const repositories = applications.filter((one) => one.team === name).map(({ repository }) => repository);
  const channel = slackChannel?.replace(/^#/, "");

  return {
    name,
    description: `What ${name} looks after`,
    repositories: [...new Set([argoCd.charts.repository, ...repositories])].map(gitHub),
    namespaces: argoProject.namespaces,
    // Not even its own Namespace: a label there says how pods are secured, those of other teams among them.
    clusterKinds: [],
    namespaceKinds: [...COMMON_KINDS, ...(argoProject.kinds ?? [])],
    operators: [groupOf(team).group],
    syncWindows: argoCd.syncWindows.map((window) => syncWindow(window, timeZone)),
    channels:
      argoCd.slack && channel !== undefined
        ? Object.fromEntries(argoCd.slack.triggers.map((trigger) => [trigger, channel]))
        : {},
  };
}

const syncWindow = (
  { hours, ...window }: ArgoCdConfig["syncWindows"][number],
  timeZone: string,
): SyncWindow => ({
  ...window,
  duration: `${hours}h`,
  timeZone,
});
