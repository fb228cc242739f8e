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
 * Name of an ephemeral environment: a DNS label, since it is part of host names. It has one hyphen, so that
 * none begins like another: they share an account, and the roles of each may change everything with its name.
 */
export const EPHEMERAL_NAME = /^eph-[a-z0-9]{1,13}$/;

/** On, or off with the reason beside it. */
export type Protection = true | { readonly enabled: false; readonly reason: string };

/** Services with a role of their own in an account, and its source. */
export type ServiceLinkedRoles = Readonly<Partial<Record<LinkedService, "make" | "exists">>>;

/** EC2's service for spot instances, that for groups of instances, and OpenSearch, which connects to subnets. */
export type LinkedService = "spot" | "autoscaling" | "opensearchservice";

/** Severity of a finding of GuardDuty. */
export type ThreatSeverity = "low" | "medium" | "high" | "critical";

/** Content of an environment file: everything without a default, and all that differs from one. */
export interface EnvironmentSettings {
  /**
   * Name with an account in the organisation, or one like {@link EPHEMERAL_NAME}; the last part of every
   * stack and workspace name.
   */
  readonly name: string;

  /** @default - the region of the organisation */
  readonly region?: string;

  /**
   * Backend of Terraform's state.
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

  /** Clusters by name. A single one is the main one; of several, one says so. */
  readonly clusters: Readonly<Record<string, ClusterSettings>>;

  /**
   * Name of the secret in AWS Secrets Manager with the address that receives CloudWatch alarms by e-mail;
   * `false` sends no e-mail. The secret must exist before the first apply.
   *
   * @default - the organisation's
   */
  readonly alarmEmailSecret?: string | false;

  /**
   * Makes the cluster, its database, its zone and its key refuse to be destroyed.
   *
   * @default true
   */
  readonly deletionProtection?: Protection;

  /**
   * Records every connection in the VPC, for as long as the main cluster keeps its logs.
   *
   * @default true
   */
  readonly flowLogs?: Protection;

  /**
   * Has GuardDuty judge the account's clusters. An account has one detector per region, so only one of its environments
   * makes it.
   *
   * @default true
   */
  readonly threatDetection?: Protection;

  /**
   * Lowest severity of the findings of GuardDuty that come by e-mail, to the address of alarms.
   *
   * @default "medium"
   */
  readonly threatSeverity?: ThreatSeverity;

  /**
   * Roles of EC2 itself, which an account has once: `make` has Terraform make one, `exists` says that the account has it.
   * Import one that exists, with `state.imported`, to keep it here.
   *
   * @default - none
   */
  readonly serviceLinkedRoles?: ServiceLinkedRoles;

  /**
   * Name of a bucket of the same account and region that receives the access logs of the buckets that clusters use. Its
   * policy must let `logging.s3.amazonaws.com` write.
   *
   * @default - none: CloudTrail alone says who reads them, where the account records its data events
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
   */
  readonly bucketAccessLogs?: string;

  /**
   * Deletes the contents of zones and buckets when these are destroyed.
   *
   * @default false
   */
  readonly forceDestroy?: boolean;

  /**
   * Days in which a deleted secret can be restored; 0 frees its name at once.
   *
   * @default 7
   */
  readonly secretsRecoveryDays?: number;

  /**
   * Services outside AWS and the cluster.
   *
   * @default - Sentry collects exceptions; Pingdom and Route 53 check from outside
   */
  readonly externalServices?: ExternalServicesSettings;

  /**
   * Renames and imports in Terraform's states.
   *
   * @default - nothing
   */
  readonly state?: StateSettings;
}

/** An environment with every setting present; see {@link EnvironmentSettings} for what each does. */
export interface EnvironmentConfig {
  /** Organisation of the environment. */
  readonly organisation: Organisation;
  readonly name: string;
  readonly region: string;
  readonly backend: BackendConfig;
  readonly network: NetworkConfig;
  readonly dns: DnsConfig;
  readonly alarmEmailSecret: string | false;
  readonly deletionProtection: Protection;
  readonly flowLogs: Protection;
  readonly threatDetection: Protection;
  readonly threatSeverity: ThreatSeverity;
  readonly serviceLinkedRoles: ServiceLinkedRoles;
  readonly bucketAccessLogs: string | undefined;
  readonly forceDestroy: boolean;
  readonly secretsRecoveryDays: number;
  readonly externalServices: ExternalServicesConfig;
  readonly state: StateConfig;

  /** Clusters in the order of the file, the main one first. */
  readonly clusters: readonly ClusterEnvironmentConfig[];
}

/**
 * An environment as one of its clusters has it: the settings that all of its clusters share, and this
 * cluster's own.
 */
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

/** Cluster whose stacks are named after the environment alone. */
export const mainCluster = ({ clusters }: Environment): ClusterEnvironment =>
  clusters.find(({ cluster }) => cluster.main)!;
