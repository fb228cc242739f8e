import type { ClusterSettings } from "../cluster/cluster";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { mergeSettings } from "../checking/merge-settings";
import { databaseName } from "../../names/cluster-names";

/** An Aurora PostgreSQL Serverless v2 cluster. Capacities are in Aurora capacity units. */
export interface DatabaseConfig {
  /** Apply changes at once instead of in the maintenance window. */
  readonly applyImmediately: boolean;
  readonly backupRetentionDays: number;

  /** Destroy without keeping a last snapshot. */
  readonly skipFinalSnapshot: boolean;

  /** Scale to nothing when idle; the first request afterwards waits about fifteen seconds. */
  readonly autoPause: boolean;
  readonly maxCapacity: number;

  /** Raise it to give the database a new password at the next apply. */
  readonly passwordVersion: number;
}

const DEFAULTS: DatabaseConfig = {
  applyImmediately: false,
  backupRetentionDays: 7,
  skipFinalSnapshot: false,
  autoPause: false,
  maxCapacity: 256,
  passwordVersion: 1,
};

/** The settings of an environment that each describe a database. */
export const DATABASE_SETTINGS = ["grafanaDatabase", "workflowsDatabase"] as const;

type DatabaseSetting = (typeof DATABASE_SETTINGS)[number];

const withDefaults = (defaults: DatabaseConfig, settings: Partial<DatabaseConfig> | false) =>
  settings && mergeSettings(defaults, settings);

/** Add-ons with a database that a cluster has unless it says otherwise. */
interface DatabaseUsers {
  readonly grafana: boolean;
  readonly argoWorkflows: boolean;
}

/** Settings over production's. */
export const databasesWithDefaults = (
  settings: Pick<ClusterSettings, DatabaseSetting>,
  { grafana, argoWorkflows }: DatabaseUsers,
): Pick<ClusterEnvironmentConfig, DatabaseSetting> => ({
  grafanaDatabase: withDefaults(DEFAULTS, settings.grafanaDatabase ?? (grafana ? {} : false)),
  workflowsDatabase: withDefaults(
    { ...DEFAULTS, maxCapacity: 8 },
    settings.workflowsDatabase ?? (argoWorkflows ? {} : false),
  ),
});

/** What the names of subnets begin with that databases are in. */
export const DATABASE_SUBNET_PREFIX = "rds_";

/** The add-ons that have a database of their own, where an environment keeps it. */
export const DATABASE_ADDONS = ["grafana", "argo-workflows"] as const;

/** One of the add-ons that have a database. */
export type DatabaseAddon = (typeof DATABASE_ADDONS)[number];

/** What the database of an add-on is called. */
export interface DatabaseNames {
  /** What AWS calls it. */
  readonly name: string;

  /** The one database in it. */
  readonly databaseName: string;

  /** Where clients find it. */
  readonly host: string;

  /** Name in Secrets Manager of what clients connect with. */
  readonly secretName: string;
}

/** Names for whoever makes the database of an add-on, permits that, or connects to it. */
export const databaseNames = (
  addon: DatabaseAddon,
  { cluster, dns }: Pick<ClusterEnvironmentConfig, "cluster" | "dns">,
): DatabaseNames => ({
  name: databaseName(addon, cluster.name),
  databaseName: addon.replaceAll("-", "_"),
  host: `${addon}-${cluster.name}-db.eks.${dns.internalZone}`,
  secretName: databaseSecret(addon, cluster.name),
});

/** Name in Secrets Manager of what an add-on connects with to its database. */
export const databaseSecret = (addon: DatabaseAddon, clusterName: string): string =>
  `${clusterName}/${addon}/database`;
