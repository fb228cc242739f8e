import type { Reach } from "../../settings/addon-definition/definition";
import { isSsh, SSH_PORT } from "./transport";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import type { ArgoCdConfig, RepositoryCredentialsConfig, SlackConfig, SyncWindowConfig } from "./settings";
import { FOLDER, matches } from "../../settings/checking/matches";
import { isWhole } from "../../settings/checking/numbers";
import { type Path, problem, show } from "../../settings/checking/problem";
import { layoutExists } from "../../settings/organisation/charts-layout";
import { repositoryOf, repositoryUrlOf } from "../../settings/checking/repository";
import { everComes } from "../../settings/checking/schedule";
import { secretCanBeRead } from "../../settings/checking/secret-path";
import { SLACK_CHANNEL } from "../../settings/checking/slack-channel";

const ARGO_CD = ["addons", "argoCd"] as const;

/** Servers of Git answer on the port of SSH where a repository is reached by it. */
export function reachOfArgoCd({ addons: { argoCd } }: ClusterEnvironmentConfig): Reach {
  const ssh = argoCd !== false && argoCd.repositories.some(({ url }) => isSsh(url));
  return { "": [443], applicationSet: [], controller: [], repoServer: ssh ? [443, SSH_PORT] : [443] };
}

/** Problems of Argo CD. */
export const problemsOfArgoCd = (config: ClusterEnvironmentConfig): string[] =>
  config.addons.argoCd ? problemsIn(config.addons.argoCd, config) : [];

const problemsIn = (argoCd: ArgoCdConfig, config: ClusterEnvironmentConfig): string[] => [
  ...matches(
    argoCd.bannerColour,
    /^#[0-9a-f]{6}$/,
    [...ARGO_CD, "bannerColour"],
    'a colour such as "#d4351c"',
    'write "#" and six lower-case hexadecimal digits',
  ),
  ...problemsOfCharts(argoCd, config.organisation),
  ...argoCd.repositories.flatMap((credentials, index) =>
    problemsOfCredentials(credentials, [...ARGO_CD, "repositories", index], config),
  ),
  ...credentialsDiffer(argoCd.repositories),
  ...argoCd.syncWindows.flatMap((window, index) =>
    problemsOfWindow(window, [...ARGO_CD, "syncWindows", index]),
  ),
  ...(argoCd.slack ? problemsOfSlack(argoCd.slack, [...ARGO_CD, "slack"], config) : []),
];

/** A part of what Git lets branches be called, such as `main` or `release/2026-11`. */
const BRANCH = /^[A-Za-z0-9](?:[\w./-]*\w)?$/;

const problemsOfCharts = (
  { charts, bootstrapPath, repositories }: ArgoCdConfig,
  { gitHub, defaults, chartsLayouts }: ClusterEnvironmentConfig["organisation"],
): string[] => [
  ...(charts.layout === undefined
    ? []
    : layoutExists(charts.layout, chartsLayouts, [...ARGO_CD, "charts", "layout"])),
  ...(bootstrapPath === false || (charts.transport ?? defaults.chartsTransport) === "https"
    ? []
    : keyExists(charts.repository, gitHub, repositories)),
  ...matches(
    charts.repository,
    repositoryOf(gitHub),
    [...ARGO_CD, "charts", "repository"],
    `a repository of ${gitHub} such as "${defaults.chartsRepository ?? `${gitHub}/charts`}"`,
    "its content is deployed, so no other organisation may change it",
  ),
  ...matches(
    charts.branch,
    BRANCH,
    [...ARGO_CD, "charts", "branch"],
    'a branch such as "main"',
    "use letters, digits and -, _, . or / between them",
  ),
  ...(bootstrapPath === false
    ? []
    : matches(
        bootstrapPath,
        FOLDER,
        [...ARGO_CD, "bootstrapPath"],
        'a folder such as "charts/app-config"',
        "write it as seen from the repository's root, without a slash at either end",
      )),
];

/** Without a key nothing is cloned by SSH, not even a public repository. */
const keyExists = (
  repository: string,
  gitHub: string,
  repositories: readonly RepositoryCredentialsConfig[],
): string[] =>
  !repositoryOf(gitHub).test(repository) ||
  repositories.some(({ url }) => `git@github.com:${repository}`.startsWith(url))
    ? []
    : [
        problem(
          [...ARGO_CD, "repositories"],
          `a deploy key for git@github.com:${repository}, which is cloned by SSH`,
          "none",
          `add { url: "git@github.com:${gitHub}", path: "…" }, or set charts.transport to "https"`,
        ),
      ];

const problemsOfCredentials = (
  { url, path }: RepositoryCredentialsConfig,
  at: Path,
  config: ClusterEnvironmentConfig,
): string[] => [
  ...matches(
    url,
    repositoryUrlOf(config.organisation.gitHub),
    [...at, "url"],
    `https://github.com/${config.organisation.gitHub} or git@github.com:${config.organisation.gitHub}, or a repository below it`,
    "credentials are for the organisation's own repositories",
  ),
  ...secretCanBeRead(path, [...at, "path"], config),
];

/** Each has a Secret that is called after its address. */
function credentialsDiffer(repositories: readonly RepositoryCredentialsConfig[]): string[] {
  const names = repositories.map(({ url }) => url.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"));

  return repositories.flatMap(({ url }, index) =>
    names.indexOf(names[index]!) === index
      ? []
      : [
          problem(
            [...ARGO_CD, "repositories", index, "url"],
            "an address that differs from those before it by more than case and punctuation",
            show(url),
            "leave one of them out, or write what both begin with",
          ),
        ],
  );
}

/** Longer, and a window would open again before it has closed. */
const HOURS_OF_A_WEEK = 168;

const problemsOfWindow = ({ schedule, hours }: SyncWindowConfig, at: Path): string[] => [
  ...(everComes(schedule)
    ? []
    : [
        problem(
          [...at, "schedule"],
          'minute, hour, day, month and day of the week such as "0 17 * * 5"',
          show(schedule),
          "write five fields with a space between them, Sunday as 0, for a time that comes",
        ),
      ]),
  ...(isWhole(hours, 1, HOURS_OF_A_WEEK)
    ? []
    : [
        problem(
          [...at, "hours"],
          `a whole number from 1 to ${HOURS_OF_A_WEEK}`,
          show(hours),
          "a window is open for a week at most",
        ),
      ]),
];

const problemsOfSlack = (
  { tokenPath, channel }: SlackConfig,
  at: Path,
  config: ClusterEnvironmentConfig,
): string[] => [
  ...secretCanBeRead(tokenPath, [...at, "tokenPath"], config),
  ...matches(
    channel,
    SLACK_CHANNEL,
    [...at, "channel"],
    "a Slack channel",
    'write "#" and the channel in lower case, such as "#deploy-alerts"',
  ),
];
