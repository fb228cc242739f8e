import type { EnvironmentConfig } from "../environment";
import { ORGANISATION } from "../organisation";
import type { ArgoCdConfig, SyncWindowConfig } from "../services/delivery";
import { problemsOfArgoWorkflows } from "./argo-workflows";
import { problemsOfPullSecrets } from "./image-pull-secrets";
import { FOLDER, matches } from "./matches";
import { isWhole } from "./numbers";
import { type Path, problem, show } from "./problem";
import { everComes } from "./schedule";
import { secretCanBeRead } from "./secret-path";

/** What is wrong with what delivers applications. */
export const problemsOfDelivery = (config: EnvironmentConfig): string[] => {
  const { argoCd, argoWorkflows } = config.services;

  return [
    ...(argoCd ? problemsOfArgoCd(argoCd, config) : []),
    ...(argoWorkflows ? problemsOfArgoWorkflows(argoWorkflows, config) : []),
    ...problemsOfPullSecrets(config),
  ];
};

const ARGO_CD = ["services", "argoCd"] as const;
const GITHUB = `https://github.com/${ORGANISATION.gitHub}`;

const problemsOfArgoCd = (argoCd: ArgoCdConfig, config: EnvironmentConfig): string[] => [
  ...matches(
    argoCd.bannerColour,
    /^#[0-9a-f]{6}$/,
    [...ARGO_CD, "bannerColour"],
    'a colour such as "#d4351c"',
    'write "#" and six lower-case hexadecimal digits',
  ),
  ...matches(
    argoCd.charts.repository,
    new RegExp(`^${ORGANISATION.gitHub}/[\\w.-]+$`),
    [...ARGO_CD, "charts", "repository"],
    `a repository of ${ORGANISATION.gitHub} such as "${ORGANISATION.gitHub}/govuk-helm-charts"`,
    "what it says is deployed, so nobody else may change it",
  ),
  ...(argoCd.bootstrapPath === false
    ? []
    : matches(
        argoCd.bootstrapPath,
        FOLDER,
        [...ARGO_CD, "bootstrapPath"],
        'a folder such as "charts/app-config"',
        "write it as seen from the repository's root, without a slash at either end",
      )),
  ...argoCd.repositories.flatMap(({ url, path }, index) => {
    const at = [...ARGO_CD, "repositories", index];
    return [
      ...matches(
        url,
        new RegExp(`^${GITHUB}(?:/[\\w.-]+)?$`),
        [...at, "url"],
        `${GITHUB} or a repository below it`,
        "credentials are for the organisation's own repositories",
      ),
      ...secretCanBeRead(path, [...at, "path"], config),
    ];
  }),
  ...argoCd.syncWindows.flatMap((window, index) =>
    problemsOfWindow(window, [...ARGO_CD, "syncWindows", index]),
  ),
  ...(argoCd.slack
    ? [
        ...secretCanBeRead(argoCd.slack.tokenPath, [...ARGO_CD, "slack", "tokenPath"], config),
        ...matches(
          argoCd.slack.channel,
          /^#[a-z0-9][a-z0-9_-]{0,78}$/,
          [...ARGO_CD, "slack", "channel"],
          "a Slack channel",
          'write "#" and the channel in lower case, such as "#govuk-deploy-alerts"',
        ),
      ]
    : []),
];

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
          "write five fields with a space between them, for a time that comes",
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
