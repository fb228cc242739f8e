import type { AccessFile } from "../access/access-file";
import type { ApplicationNamespacesConfig } from "../namespaces/application-namespaces";
import type { BackendConfig } from "../state/backend";
import type { ClusterConfig, ClusterSettings } from "../cluster/cluster";
import type { DatabaseConfig } from "../databases/database";
import type { ClusterDnsConfig, DnsConfig, DnsSettings } from "../dns/dns";
import type {
  ExternalServicesConfig,
  ExternalServicesSettings,
} from "../external-services/external-services";
import type { ClusterNetworkConfig, NetworkConfig, NetworkSettings } from "../network/network";
import type { Organisation } from "../organisation/organisation";
import type { AddonsConfig } from "../addons";
import type { StateConfig, StateSettings } from "../state/state";

/**
 * What environments that live for days are called: a DNS label, since it is part of host names. It has one hyphen, so
 * that none begins like another: their roles in IAM, which may change what has their name, share an account.
 */
export const EPHEMERAL_NAME = /^eph-[a-z0-9]{1,13}$/;

/** On, or off with the reason written beside it. */
export type Protection = true | { readonly enabled: false; readonly reason: string };

/** What an environment file writes down: everything without a default, and what differs from one. */
export interface EnvironmentSettings {
  /** Name with an account in the organisation, or like {@link EPHEMERAL_NAME}; the last part of every stack and workspace name. */
  readonly name: string;

  /** @default - the region of the organisation */
  readonly region?: string;

  /**
   * Where Terraform keeps state.
   *
   * @default - HCP Terraform, one workspace per stack
   */
  readonly backend?: BackendConfig;

  readonly network: NetworkSettings;
  /**
   * Domains besides those of the organisation.
   *
   * @default - none
   */
  readonly dns?: DnsSettings;

  /** Clusters by name. The only one is the main one; of several, one says so. */
  readonly clusters: Readonly<Record<string, ClusterSettings>>;

  /**
   * Name of the AWS Secrets Manager secret that holds the e-mail address CloudWatch alarms go to; `false` to
   * e-mail nobody. The secret must exist before the first apply.
   *
   * @default - the organisation's
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
}

/** An environment with every setting present; see {@link EnvironmentSettings} for what each does. */
export interface EnvironmentConfig {
  /** Organisation that the environment is of. */
  readonly organisation: Organisation;
  readonly name: string;
  readonly region: string;
  readonly backend: BackendConfig;
  readonly network: NetworkConfig;
  readonly dns: DnsConfig;
  readonly alarmEmailSecret: string | false;
  readonly deletionProtection: Protection;
  readonly forceDestroy: boolean;
  readonly secretsRecoveryDays: number;
  readonly externalServices: ExternalServicesConfig;
  readonly state: StateConfig;

  /** Clusters in the order of the file, the main one first. */
  readonly clusters: readonly ClusterEnvironmentConfig[];
}

/** An environment as one of its clusters has it: what all of its clusters share, and what is this cluster's own. */
export interface ClusterEnvironmentConfig extends EnvironmentConfig {
  readonly cluster: ClusterConfig;
  readonly network: ClusterNetworkConfig;
  readonly dns: ClusterDnsConfig;
  readonly grafanaDatabase: DatabaseConfig | false;
  readonly workflowsDatabase: DatabaseConfig | false;
  readonly addons: AddonsConfig;
  readonly namespaces: ApplicationNamespacesConfig;
  readonly access: AccessFile;
}

declare const checked: unique symbol;

/** A complete environment that passed every rule; only `defineEnvironment` makes one. */
export type Environment = Omit<EnvironmentConfig, "clusters"> & {
  readonly clusters: readonly ClusterEnvironment[];
  readonly [checked]: true;
};

/** A cluster in its environment, complete and checked. */
export type ClusterEnvironment = Omit<ClusterEnvironmentConfig, "clusters"> & {
  readonly clusters: readonly ClusterEnvironment[];
  readonly [checked]: true;
};

/** The cluster whose stacks are called after the environment alone. */
export const mainCluster = ({ clusters }: Environment): ClusterEnvironment =>
  clusters.find(({ cluster }) => cluster.main)!;
