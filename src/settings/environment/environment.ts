import type { AccessFile } from "../access/access-file";
import type {
  ApplicationNamespacesConfig,
  ApplicationNamespacesSettings,
} from "../namespaces/application-namespaces";
import type { BackendConfig } from "../state/backend";
import type { ClusterConfig, ClusterSettings } from "../cluster/cluster";
import type { DatabaseConfig } from "../databases/database";
import type { DnsConfig, DnsSettings } from "../dns/dns";
import type {
  ExternalServicesConfig,
  ExternalServicesSettings,
} from "../external-services/external-services";
import type { NetworkConfig, NetworkSettings } from "../network/network";
import type { AddonsConfig, AddonsSettings } from "../addons";
import type { StateConfig, StateSettings } from "../state/state";

/** The environments that always exist, in the order a change is promoted through them. */
export const ENVIRONMENT_NAMES = ["integration", "staging", "production"] as const;

/**
 * What environments that live for days are called: a DNS label, since it is part of host names. It has one hyphen, so
 * that none begins like another: their roles in IAM, which may change what has their name, share an account.
 */
export const EPHEMERAL_NAME = /^eph-[a-z0-9]{1,13}$/;

/** On, or off with the reason written beside it. */
export type Protection = true | { readonly enabled: false; readonly reason: string };

/** What an environment file writes down: everything without a default, and what differs from one. */
export interface EnvironmentSettings {
  /** One of {@link ENVIRONMENT_NAMES} or like {@link EPHEMERAL_NAME}; the last part of every stack and workspace name. */
  readonly name: string;

  /** @default "eu-west-1" */
  readonly region?: string;

  /**
   * Where Terraform keeps state.
   *
   * @default - HCP Terraform, one workspace per stack
   */
  readonly backend?: BackendConfig;

  readonly network: NetworkSettings;
  readonly dns: DnsSettings;

  /** @default - production's cluster */
  readonly cluster?: ClusterSettings;

  /**
   * The database that Grafana keeps its dashboards and users in; `false` for none.
   *
   * @default - production's database
   */
  readonly grafanaDatabase?: Partial<DatabaseConfig> | false;

  /**
   * The database that Argo Workflows remembers workflows in once the cluster has forgotten them; `false` for none.
   *
   * @default - production's database
   */
  readonly workflowsDatabase?: Partial<DatabaseConfig> | false;

  /**
   * Name of the AWS Secrets Manager secret that holds the e-mail address CloudWatch alarms go to; `false` to
   * e-mail nobody. The secret must exist before the first apply.
   *
   * @default "govuk/slack/platform-support-email"
   */
  readonly alarmEmailSecret?: string | false;

  /**
   * Whether the cluster, its database, its zone and its key refuse to be destroyed.
   *
   * @default true
   */
  readonly deletionProtection?: Protection;

  /**
   * Whether destroying a zone or a bucket also destroys what is in it.
   *
   * @default false
   */
  readonly forceDestroy?: boolean;

  /**
   * Days a deleted secret can be recovered; 0 frees its name at once.
   *
   * @default 7
   */
  readonly secretsRecoveryDays?: number;

  /**
   * What the platform runs in the cluster.
   *
   * @default - every add-on, in three copies
   */
  readonly addons?: AddonsSettings;

  /**
   * What bounds the applications of each namespace.
   *
   * @default - production's quotas
   */
  readonly namespaces?: ApplicationNamespacesSettings;

  /**
   * What services outside AWS and the cluster do for the environment.
   *
   * @default - Sentry collects exceptions; Pingdom and Route 53 look from outside
   */
  readonly externalServices?: ExternalServicesSettings;

  /**
   * What is renamed in Terraform's states, and what is taken into them.
   *
   * @default - nothing
   */
  readonly state?: StateSettings;

  /** Who has which access level, read from `src/platform/access/<environment>.yaml`. */
  readonly access: AccessFile;
}

/** Every setting present; see {@link EnvironmentSettings} for what each does. */
export interface EnvironmentConfig {
  readonly name: string;
  readonly region: string;
  readonly backend: BackendConfig;
  readonly network: NetworkConfig;
  readonly dns: DnsConfig;
  readonly cluster: ClusterConfig;
  readonly grafanaDatabase: DatabaseConfig | false;
  readonly workflowsDatabase: DatabaseConfig | false;
  readonly alarmEmailSecret: string | false;
  readonly deletionProtection: Protection;
  readonly forceDestroy: boolean;
  readonly secretsRecoveryDays: number;
  readonly addons: AddonsConfig;
  readonly namespaces: ApplicationNamespacesConfig;
  readonly externalServices: ExternalServicesConfig;
  readonly state: StateConfig;
  readonly access: AccessFile;
}

declare const checked: unique symbol;

/** A complete configuration that passed every rule; only `defineEnvironment` makes one. */
export type Environment = EnvironmentConfig & { readonly [checked]: true };
