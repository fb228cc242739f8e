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

export const DATABASE_DEFAULTS: DatabaseConfig = {
  applyImmediately: false,
  backupRetentionDays: 7,
  skipFinalSnapshot: false,
  autoPause: false,
  maxCapacity: 256,
  passwordVersion: 1,
};
