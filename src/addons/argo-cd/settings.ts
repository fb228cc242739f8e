import { z } from "zod";
import { chartAddon, chartSection, MONITORED, SIGNED_IN } from "../../settings/addon-definition/definition";
import { deploysCharts } from "../../settings/addon-definition/organisation-sections";
import { off, section } from "../../settings/addon-definition/section";
import { CHARTS_TRANSPORT } from "../../settings/organisation/charts-layout-schema";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { HUB_ACCOUNTS } from "../../settings/environment/hub";
import type { Organisation } from "../../settings/organisation/organisation";
import { CHART } from "./chart";
import { problemsOfArgoCd, reachOfArgoCd } from "./rules";

/** Sign-in of Argo CD to repositories that are not public. */
const CREDENTIALS = section({
  /** Beginning of their addresses, such as `https://github.com/example` or `git@github.com:example`. */
  url: z.string(),

  /**
   * Path in Secrets Manager: of a GitHub App's `githubAppID`, `githubAppInstallationID` and `githubAppPrivateKey` for
   * `https://`, of an `sshPrivateKey` for `git@`.
   */
  path: z.string(),
});

export type RepositoryCredentialsConfig = Readonly<z.infer<typeof CREDENTIALS>>;

/** A Git repository with the charts of applications, and what each environment runs of them. */
const CHARTS = section({
  /** Such as `example/charts`. */
  repository: z.string(),
  branch: z.string(),

  /**
   * Form of the repository: `own`, where each team has a project and objects without a namespace are the platform's, or
   * a layout of `chartsLayouts` of the organisation.
   *
   * @default - that of the organisation's defaults
   */
  layout: z.string().optional(),

  /**
   * Transport by which it is cloned: `https` with a GitHub App, `ssh` with a deploy key.
   *
   * @default - that of the organisation's defaults
   */
  transport: CHARTS_TRANSPORT.optional(),
});

/** A time in which teams' applications are, or are not, synchronised by themselves. */
const SYNC_WINDOW = section({
  kind: z.enum(["allow", "deny"]),

  /** When it opens, as cron has it: minute, hour, day of the month, month, day of the week. */
  schedule: z.string(),

  /** Hours for which it stays open. */
  hours: z.number(),

  /** Lets people synchronise by hand nevertheless. */
  manualSync: z.boolean(),
});

export type SyncWindowConfig = Readonly<z.infer<typeof SYNC_WINDOW>>;

/** Events of an application that Slack can be told of. */
const TRIGGER_NAMES = ["on-out-of-sync", "on-sync-failed", "on-health-degraded"] as const;

const SLACK = section({
  /** Path in Secrets Manager of the bot's `slack-token`. */
  tokenPath: z.string(),

  /** The channel that hears of all applications, such as `#deploy`. Teams hear of their own beside it. */
  channel: z.string(),

  /** Events of applications that Slack hears of. */
  triggers: z.array(z.enum(TRIGGER_NAMES)).readonly(),
});

export type SlackConfig = Readonly<z.infer<typeof SLACK>>;

const CONFIG = chartSection({
  /** Colour of the banner that tells environments apart, such as `#d4351c`. */
  bannerColour: z.string(),

  /** A Git repository with the charts of applications, and what each environment runs of them. */
  charts: CHARTS,

  /**
   * The folder of the charts' repository with the chart that makes every application, and in it a
   * `values-<environment>.yaml`; `false` for a cluster without applications.
   */
  bootstrapPath: z.union([z.string(), off]),

  /** Credentials of repositories that are not public. */
  repositories: z.array(CREDENTIALS).readonly(),

  /** Times in which teams' applications are, or are not, synchronised by themselves. */
  syncWindows: z.array(SYNC_WINDOW).readonly(),

  /** Notifications about applications in Slack; `false` for none. */
  slack: z.union([SLACK, off]),
});

export type ArgoCdConfig = Readonly<z.infer<typeof CONFIG>>;

const secret = ({ secretsPrefix }: Organisation, path: string): string => `${secretsPrefix}/${path}`;

/** Sign-in to every repository of the organisation, as the transport of its charts has it. */
const credentialsOf = (organisation: Organisation): RepositoryCredentialsConfig =>
  organisation.defaults.chartsTransport === "ssh"
    ? { url: `git@github.com:${organisation.gitHub}`, path: secret(organisation, "argocd/deploy-key") }
    : { url: `https://github.com/${organisation.gitHub}`, path: secret(organisation, "argocd/github-app") };

const defaults = (organisation: Organisation): ArgoCdConfig => ({
  values: {},
  bannerColour: "#d4351c",
  charts: {
    repository: organisation.defaults.chartsRepository ?? "",
    branch: "main",
  },
  bootstrapPath: "charts/app-config",
  repositories: [credentialsOf(organisation)],
  // From Friday at five until Monday at eight, when few are there to notice.
  syncWindows: [{ kind: "deny", schedule: "0 17 * * 5", hours: 63, manualSync: true }],
  slack: organisation.defaults.deployChannel !== undefined && {
    tokenPath: secret(organisation, "argocd/slack"),
    channel: organisation.defaults.deployChannel,
    triggers: ["on-sync-failed", "on-health-degraded"],
  },
});

/** Roles of a hub, whose parts sign in to workload clusters. */
function rolesOfArgoCd({ cluster: { fleet } }: ClusterEnvironmentConfig): readonly string[] {
  return fleet?.role === "management" ? HUB_ACCOUNTS : [];
}

export const argoCd = chartAddon({
  chart: CHART,
  config: CONFIG,
  defaults: ({ organisation }) => defaults(organisation),
  offByDefault: (context) => !deploysCharts(context),
  needs: {
    ...MONITORED,
    ...SIGNED_IN,
  },
  health: { argo: "/healthz" },
  ownsRoles: rolesOfArgoCd,
  reaches: reachOfArgoCd,
  rules: problemsOfArgoCd,
});
