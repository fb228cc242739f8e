import type { Products } from "../products/products";

/** Applications that Argo CD lets a team deploy. */
export interface ArgoProjectConfig {
  /** Namespaces that its applications may go to. */
  readonly namespaces: readonly string[];

  /**
   * Kinds that it may create in addition to those of every team.
   *
   * @default - none
   */
  readonly kinds?: readonly KindConfig[];
}

/** A kind of namespaced Kubernetes object: `{ group: "argoproj.io", kind: "CronWorkflow" }`. */
export interface KindConfig {
  /** API group, empty for the core group. */
  readonly group: string;
  readonly kind: string;
}

/** Time at which a team is reminded of its open pull requests. */
export interface DigestConfig {
  /** Schedule in cron's form, in London's time: `30 9 * * 1-5`. */
  readonly schedule: string;
}

/** Team that owns applications. */
export interface TeamConfig {
  /** DNS label, which is also the name of its Argo CD project and its Sentry team. */
  readonly name: string;

  /**
   * GitHub team whose members get the team's permissions, such as `example:search`. Several teams may share
   * one.
   */
  readonly gitHubTeam?: string;

  /**
   * Group at the organisation's provider whose members get the team's permissions, in place of `gitHubTeam`: of OpenID
   * Connect or SAML.
   */
  readonly signInGroup?: string;

  /**
   * Slack channel for messages about its applications, such as `#search`.
   *
   * @default - none: Sentry e-mails the team's members, and Argo CD tells no channel of the team
   */
  readonly slackChannel?: string;
  readonly argoProject: ArgoProjectConfig;

  /**
   * Time of the message in its channel that lists its open pull requests.
   *
   * @default - never
   */
  readonly digest?: DigestConfig;
}

/** Software that a team builds from a repository and runs in every cluster. */
export interface ApplicationConfig {
  /** Name, a DNS label. */
  readonly name: string;

  /** Name of the team that owns it. */
  readonly team: string;

  /** Repository of its source, such as `example/website`. Several applications may share one. */
  readonly repository: string;

  /** Namespace that it runs in, one of its team's Argo CD project. */
  readonly namespace: string;

  /** Names of the images that its repository builds, without registry and prefix. */
  readonly images: readonly string[];

  /** Has Sentry collect its exceptions, in a project of its name. */
  readonly sentry: boolean;

  /**
   * True if it has a Service of its image's name, which workflows ask for its health after a deployment.
   *
   * @default true
   */
  readonly hasService?: boolean;

  /** Hosts of its Ingresses, as labels under the cluster's zone: `whitehall-admin`. */
  readonly hosts: readonly string[];
}

/** Teams of the organisation and their applications, the same in every environment. */
export interface TenantsConfig {
  readonly teams: readonly TeamConfig[];
  readonly applications: readonly ApplicationConfig[];
}

declare const checked: unique symbol;

/** Teams and applications of an organisation that has written down none. */
export const NO_TENANTS: TenantsConfig = { teams: [], applications: [] };

/** Teams and applications that passed every rule; only `defineTenants` makes them. */
export type Tenants = TenantsConfig & {
  /**
   * Products with namespaces of their own.
   *
   * @default - none
   */
  readonly products?: Products;
  readonly [checked]: true;
};

/** Group by which Dex calls a team, and the setting that has it. */
export const groupOf = ({ gitHubTeam, signInGroup }: Pick<TeamConfig, "gitHubTeam" | "signInGroup">) =>
  gitHubTeam === undefined
    ? ({ key: "signInGroup", group: signInGroup ?? "" } as const)
    : ({ key: "gitHubTeam", group: gitHubTeam } as const);
