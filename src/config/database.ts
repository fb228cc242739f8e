import type { EnvironmentConfig, EnvironmentSettings } from "./environment";
import { mergeSettings } from "./merge-settings";

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

/** Settings over production's. */
export const databasesWithDefaults = ({
  grafanaDatabase = {},
  workflowsDatabase = {},
}: Pick<EnvironmentSettings, DatabaseSetting>): Pick<EnvironmentConfig, DatabaseSetting> => ({
  grafanaDatabase: grafanaDatabase && mergeSettings(DEFAULTS, grafanaDatabase),
  workflowsDatabase: workflowsDatabase && mergeSettings({ ...DEFAULTS, maxCapacity: 8 }, workflowsDatabase),
});

export const DATABASE_OWNERS = ["grafana", "argo-workflows"] as const;

/** An add-on that has a database. */
export type DatabaseOwner = (typeof DATABASE_OWNERS)[number];

/** What the database of an add-on is called where clients look for it. */
export const databaseNames = (owner: DatabaseOwner, clusterName: string, internalZone: string) => ({
  name: `${owner}-${clusterName}`,
  databaseName: owner.replaceAll("-", "_"),
  host: `${owner}-${clusterName}-db.eks.${internalZone}`,
  secretName: databaseSecret(owner, clusterName),
});

/** Name in Secrets Manager of what an add-on connects with to its database. */
export const databaseSecret = (owner: DatabaseOwner, clusterName: string): string =>
  `${clusterName}/${owner}/database`;
