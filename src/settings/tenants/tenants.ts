/** What Argo CD lets a team deploy. */
export interface ArgoProjectConfig {
  /** Where its applications may go. */
  readonly namespaces: readonly string[];

  /**
   * Kinds that it may make besides those that every team may.
   *
   * @default - none
   */
  readonly kinds?: readonly KindConfig[];
}

/** A kind of namespaced Kubernetes object: `{ group: "argoproj.io", kind: "CronWorkflow" }`. */
export interface KindConfig {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
}

/** When a team is told of its open pull requests. */
export interface DigestConfig {
  /** As cron has it, in the organisation's time zone: `30 9 * * 1-5`. */
  readonly schedule: string;
}

/** Who looks after applications. */
export interface TeamConfig {
  /** A DNS label. Its Argo CD project and its Sentry team are called the same. */
  readonly name: string;

  /** Whose members may do what the team may: `example:search`. Several teams may share one. */
  readonly gitHubTeam: string;

  /** Where the team hears about its applications: `#search`. */
  readonly slackChannel: string;
  readonly argoProject: ArgoProjectConfig;

  /**
   * When it is told in its channel which of its pull requests are open.
   *
   * @default - never
   */
  readonly digest?: DigestConfig;
}

/** Something that a team builds from a repository and runs in every cluster. */
export interface ApplicationConfig {
  /** A DNS label. */
  readonly name: string;

  /** Name of the team that looks after it. */
  readonly team: string;

  /** Where its source is: `example/website`. Several applications may share one. */
  readonly repository: string;

  /** Where it runs: a namespace of its team's Argo CD project. */
  readonly namespace: string;

  /** Names of the images that its repository builds, without registry and prefix. */
  readonly images: readonly string[];

  /** Whether Sentry collects its exceptions, in a project of its name. */
  readonly sentry: boolean;

  /**
   * Whether it has a Service of its image's name, which can be asked whether it is well once it is deployed.
   *
   * @default true
   */
  readonly hasService?: boolean;

  /** Hosts of its Ingresses, as labels under the cluster's zone: `whitehall-admin`. */
  readonly hosts: readonly string[];
}

/** The teams of the organisation and what they run, in every environment alike. */
export interface TenantsConfig {
  readonly teams: readonly TeamConfig[];
  readonly applications: readonly ApplicationConfig[];
}

declare const checked: unique symbol;

/** Teams and applications that passed every rule; only `defineTenants` makes them. */
export type Tenants = TenantsConfig & { readonly [checked]: true };
