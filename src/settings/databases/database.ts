import type { Opened } from "../checking/opened";
import { mergeSettings } from "../checking/merge-settings";
import { databaseName } from "../../names/cluster-names";

/** An Aurora PostgreSQL Serverless v2 cluster. Capacities are in Aurora capacity units. */
export interface DatabaseConfig {
  /**
   * Exact version of Aurora PostgreSQL, such as `16.13`. It never goes back: an older database is upgraded at the next
   * apply, and for a newer one write the version that `aws rds describe-db-clusters` lists.
   *
   * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/AuroraPostgreSQL.Updates.html
   */
  readonly engineVersion: string;

  /** Apply changes at once instead of in the maintenance window. */
  readonly applyImmediately: boolean;
  readonly backupRetentionDays: number;

  /** Destroys the database without a last snapshot. */
  readonly skipFinalSnapshot: boolean;

  /** Scales to zero when idle; the first request afterwards waits about fifteen seconds. */
  readonly autoPause: boolean;
  readonly maxCapacity: number;

  /** Counter. Raise it to give both users of the database new passwords at the next apply. */
  readonly passwordVersion: number;

  /**
   * PostgreSQL's usual port, which namespaces of applications may be allowed to call as well; `false` for a port that only
   * add-ons call.
   */
  readonly usualPort: Opened | false;
}

/** PostgreSQL's usual port. */
const USUAL_PORT = 5432;

/** Port of add-ons' databases, which network policies open to their add-ons alone. */
export const ADDON_DATABASE_PORT = 5433;

/** Port on which a database answers. */
export const databasePort = ({ usualPort }: Pick<DatabaseConfig, "usualPort">): number =>
  usualPort === false ? ADDON_DATABASE_PORT : USUAL_PORT;

const DEFAULTS: DatabaseConfig = {
  engineVersion: "16.13",
  applyImmediately: false,
  backupRetentionDays: 7,
  skipFinalSnapshot: false,
  autoPause: false,
  maxCapacity: 256,
  passwordVersion: 1,
  usualPort: false,
};

/**
 * Newest minor of PostgreSQL 16 on record: one of Aurora's release calendar, or a later one that Renovate made the default.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html
 */
export const NEWEST_MINOR = Math.max(14, Number(DEFAULTS.engineVersion.split(".")[1]));

/** Settings of an environment that each describe a database. */
export const DATABASE_SETTINGS = ["grafanaDatabase", "workflowsDatabase"] as const;

type DatabaseSetting = (typeof DATABASE_SETTINGS)[number];

/** Databases of a cluster, each with every setting. */
export type DatabasesConfig = Readonly<Record<DatabaseSetting, DatabaseConfig | false>>;

/** Differences of a cluster's databases from the defaults. */
type DatabasesSettings = Readonly<Partial<Record<DatabaseSetting, Partial<DatabaseConfig> | false>>>;

const withDefaults = (defaults: DatabaseConfig, settings: Partial<DatabaseConfig> | false) =>
  settings && mergeSettings(defaults, settings);

/** Add-ons with a database that a cluster has unless it says otherwise. */
interface DatabaseUsers {
  readonly grafana: boolean;
  readonly argoWorkflows: boolean;
}

/** Settings over production's. */
export const databasesWithDefaults = (
  settings: DatabasesSettings,
  { grafana, argoWorkflows }: DatabaseUsers,
): DatabasesConfig => ({
  grafanaDatabase: withDefaults(DEFAULTS, settings.grafanaDatabase ?? (grafana ? {} : false)),
  workflowsDatabase: withDefaults(
    { ...DEFAULTS, maxCapacity: 8 },
    settings.workflowsDatabase ?? (argoWorkflows ? {} : false),
  ),
});

/** Purpose of the private subnets for databases. */
export const DATABASE_PURPOSE = "rds";

/** Prefix of their names. */
export const DATABASE_SUBNET_PREFIX = `${DATABASE_PURPOSE}_`;

/** Add-ons with a database of their own, if an environment has it. */
export const DATABASE_ADDONS = ["grafana", "argo-workflows"] as const;

/** One of the add-ons that have a database. */
export type DatabaseAddon = (typeof DATABASE_ADDONS)[number];

/** Names of an add-on's database. */
export interface DatabaseNames {
  /** Identifier in AWS. */
  readonly name: string;

  /** Name of its only database. */
  readonly databaseName: string;

  /** Name that clients connect to. */
  readonly host: string;

  /** Name in Secrets Manager of the master user's credentials. */
  readonly secretName: string;

  /** Name in Secrets Manager of the credentials of the add-on's own user. */
  readonly userSecretName: string;
}

/** Parts of a cluster's configuration that are in the names of its databases. */
interface DatabaseOwner {
  readonly cluster: { readonly name: string };
  readonly dns: { readonly internalZone: string };
}

/** Names of an add-on's database, for the code that makes it, permits it or connects to it. */
export const databaseNames = (addon: DatabaseAddon, { cluster, dns }: DatabaseOwner): DatabaseNames => ({
  name: databaseName(addon, cluster.name),
  databaseName: addon.replaceAll("-", "_"),
  host: `${addon}-${cluster.name}-db.eks.${dns.internalZone}`,
  secretName: `${cluster.name}/${addon}/database`,
  userSecretName: `${cluster.name}/${addon}/database-user`,
});
