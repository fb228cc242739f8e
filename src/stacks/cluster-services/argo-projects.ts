import { chartsOf } from "../../addons/argo-cd/charts";
import { ANY_KIND, type ArgoCdProject, type SyncWindow } from "../../addons/argo-cd/projects";
import { namespaceNames } from "../../settings/namespaces/namespaces";
import type { ArgoCdConfig } from "../../addons/argo-cd/settings";
import { routeKinds } from "./gateway";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { Organisation } from "../../settings/organisation/organisation";
import type { ApplicationTeam } from "../../settings/products/application-teams";
import type { Tenants } from "../../settings/tenants/tenants";
import { COMMON_KINDS } from "../../settings/namespaces/argo-kinds";
import type { ChartsProjectConfig } from "../../settings/organisation/charts-layout-schema";
import { addonProjects } from "./addon-projects";
import { gitHub } from "./git-hub";

/** Project with all permissions. An engineer who may change its charts may change the whole cluster. */
export const PLATFORM_PROJECT = "platform";

/** Project of the platform, and those that applications belong to: one for each team, or those of the charts' layout. */
export function argoProjects(
  argoCd: ArgoCdConfig,
  tenants: Tenants,
  environment: ClusterEnvironment,
): ArgoCdProject[] {
  const { organisation } = environment;
  const { layout } = chartsOf(argoCd.charts, organisation);
  const others =
    layout === undefined
      ? tenants.teams.map(({ kinds, ...team }) =>
          projectOf(
            { ...team, kinds: [...routeKinds(environment), ...kinds] },
            tenants,
            argoCd,
            organisation,
          ),
        )
      : layout.projects.map((project) => projectOfLayout(project, tenants, argoCd, organisation));
  return [
    platformProject(organisation),
    ...(others.some(({ name }) => name === CLOSED_DEFAULT.name) ? [] : [CLOSED_DEFAULT]),
    ...others,
    ...addonProjects(environment),
  ];
}

const platformProject = (organisation: Organisation): ArgoCdProject => ({
  name: PLATFORM_PROJECT,
  description: "What the platform itself consists of, and the application that makes all others",
  repositories: ["*"],
  namespaces: [...namespaceNames(organisation), "kube-system"],
  clusterKinds: [ANY_KIND],
  namespaceKinds: [ANY_KIND],
});

/** Argo CD makes this project with every right where none has its name. */
const CLOSED_DEFAULT: ArgoCdProject = {
  name: "default",
  description: "Nothing: an application that names no project may change nothing",
  repositories: [],
  namespaces: [],
  clusterKinds: [],
  namespaceKinds: [],
};

/** Project that the charts of a layout name. */
const projectOfLayout = (
  { teams, repositories, ...project }: ChartsProjectConfig,
  tenants: Tenants,
  { charts, syncWindows }: ArgoCdConfig,
  organisation: Organisation,
): ArgoCdProject => ({
  name: project.name,
  description: project.description,
  namespaces: project.namespaces,
  clusterKinds: project.clusterKinds,
  namespaceKinds: project.namespaceKinds,
  makers: project.makers,
  repositories: [addressOf(charts, organisation), ...repositories],
  ...(teams && {
    operators: [...new Set(tenants.teams.map(({ group }) => group))],
    syncWindows: syncWindows.map((window) => syncWindow(window, organisation.timeZone)),
  }),
});

/** Address of the repository with the charts of applications. */
export const addressOf = (charts: ArgoCdConfig["charts"], organisation: Organisation): string =>
  gitHub(charts.repository, chartsOf(charts, organisation).transport);

/** Project of a team: charts of its own repositories and of the one that all share, in its namespaces. */
function projectOf(
  { name, group, slackChannel, namespaces, kinds }: ApplicationTeam,
  { applications }: Tenants,
  argoCd: ArgoCdConfig,
  organisation: Organisation,
): ArgoCdProject {
  const repositories = applications.filter((one) => one.team === name).map(({ repository }) => repository);
  const channel = slackChannel?.replace(/^#/, "");

  return {
    name,
    description: `What ${name} looks after`,
    repositories: [
      ...new Set([
        addressOf(argoCd.charts, organisation),
        ...repositories.map((repository) => gitHub(repository)),
      ]),
    ],
    namespaces,
    // Not even its own Namespace: a label there says how pods are secured, those of other teams among them.
    clusterKinds: [],
    namespaceKinds: [...COMMON_KINDS, ...kinds],
    operators: [group],
    syncWindows: argoCd.syncWindows.map((window) => syncWindow(window, organisation.timeZone)),
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
