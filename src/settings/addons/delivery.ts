import type { ServiceConfig } from "./addon";

/** How Argo CD signs in to repositories that are not public. */
export interface RepositoryCredentialsConfig {
  /** Beginning of their addresses, such as `https://github.com/example`. */
  readonly url: string;

  /** Path in Secrets Manager of a GitHub App's `githubAppID`, `githubAppInstallationID` and `githubAppPrivateKey`. */
  readonly path: string;
}

/** A Git repository with the charts of applications, and what each environment runs of them. */
export interface ChartsRepositoryConfig {
  /** Such as `example/charts`. */
  readonly repository: string;
  readonly branch: string;
}

/** A time in which teams' applications are, or are not, synchronised by themselves. */
export interface SyncWindowConfig {
  readonly kind: "allow" | "deny";

  /** When it opens, as cron has it: minute, hour, day of the month, month, day of the week. */
  readonly schedule: string;

  /** How long it stays open. */
  readonly hours: number;

  /** Whether people may synchronise by hand nevertheless. */
  readonly manualSync: boolean;
}

/** What Slack can be told of an application. */
export const TRIGGER_NAMES = ["on-out-of-sync", "on-sync-failed", "on-health-degraded"] as const;

/** What Slack hears of applications. */
export interface SlackConfig {
  /** Path in Secrets Manager of the bot's `slack-token`. */
  readonly tokenPath: string;

  /** The channel that hears of all applications, such as `#deploy`. Teams hear of their own beside it. */
  readonly channel: string;
  readonly triggers: readonly (typeof TRIGGER_NAMES)[number][];
}

export interface ArgoCdConfig extends ServiceConfig {
  /** Colour of the banner that tells environments apart, such as `#d4351c`. */
  readonly bannerColour: string;
  readonly charts: ChartsRepositoryConfig;

  /**
   * The folder of the charts' repository with the chart that makes every application, and in it a
   * `values-<environment>.yaml`; `false` for a cluster without applications.
   */
  readonly bootstrapPath: string | false;
  readonly repositories: readonly RepositoryCredentialsConfig[];
  readonly syncWindows: readonly SyncWindowConfig[];
  readonly slack: SlackConfig | false;
}

/** What remembers workflows once the cluster has forgotten them, in `workflowsDatabase`. */
export interface WorkflowArchiveConfig {
  /** Days after which a workflow is forgotten. */
  readonly keepDays: number;
}

/** How images get into the environment and go on to the next one. */
export interface PromotionConfig {
  /** The folder of the charts' repository with a folder for each environment, and in it a file for each application. */
  readonly tagsFolder: string;

  /** Path in Secrets Manager of the `token` that may push to the charts' repository. */
  readonly tokenPath: string;

  /** Path at which an application answers 200 while it is well. */
  readonly smokeTestPath: string;
}

export interface ArgoWorkflowsConfig extends ServiceConfig {
  /** Days after which logs and artifacts of workflows are deleted. */
  readonly keepArtifactsDays: number;

  /** `false` to remember none beyond the cluster. */
  readonly archive: WorkflowArchiveConfig | false;

  /** `false` where nothing is promoted. */
  readonly promotion: PromotionConfig | false;
}

/** A registry that gives images to nobody without a password. */
export interface PrivateRegistryConfig {
  /** Its host, such as `ghcr.io`. */
  readonly registry: string;

  /** Path in Secrets Manager of its `username` and `password`. */
  readonly path: string;

  /** Where pods pull images from it. */
  readonly namespaces: readonly string[];
}

/** What brings applications into the cluster and keeps them as Git says. */
export interface DeliveryServices {
  readonly argoCd: ArgoCdConfig | false;
  readonly argoWorkflows: ArgoWorkflowsConfig | false;
  readonly reloader: ServiceConfig | false;

  /** Registries whose credentials pods find as Secret `pull-<host, with hyphens for dots>`; `false` for none. */
  readonly imagePullSecrets: readonly PrivateRegistryConfig[] | false;

  /** Whether Renovate runs here, and so may ask EKS for versions of its add-ons. */
  readonly renovate: boolean;

  /** Whether teams are told from here which of their pull requests are open. One environment does. */
  readonly seal: boolean;
}
