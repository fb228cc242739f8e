import { DATABASE_SETTINGS, type DatabaseConfig, type DatabasesConfig, NEWEST_MINOR } from "./database";
import { isWhole } from "../checking/numbers";
import { problem, show } from "../checking/problem";
import { problemsOfReason } from "../checking/reason";

const ENGINE = /^16\.[1-9]\d*$/;

/** Refuses a retention or a capacity that Aurora does not accept. */
export const databasesAreAllowed = (config: DatabasesConfig): string[] =>
  DATABASE_SETTINGS.flatMap((setting) => problemsOfDatabase(setting, config[setting]));

function problemsOfDatabase(setting: string, database: DatabaseConfig | false): string[] {
  if (database === false) {
    return [];
  }
  const { backupRetentionDays, engineVersion, maxCapacity, passwordVersion, usualPort } = database;
  const wrong = (key: string, value: number | string, expected: string, fix: string) =>
    problem([setting, key], expected, show(value), fix);

  return [
    ...(usualPort === false
      ? []
      : problemsOfReason(
          usualPort.reason,
          [setting, "usualPort", "reason"],
          "say why applications may call the database's port, or leave usualPort out",
        )),
    ...(ENGINE.test(engineVersion) && isWhole(Number(engineVersion.slice(3)), 1, NEWEST_MINOR)
      ? []
      : [
          wrong(
            "engineVersion",
            engineVersion,
            `an exact version of PostgreSQL 16, from 16.1 to 16.${NEWEST_MINOR}, the newest on record`,
            "see aws rds describe-db-engine-versions --engine aurora-postgresql, and add a newer minor to " +
              "src/settings/databases/database.ts; a major is upgraded by hand",
          ),
        ]),
    ...(isWhole(backupRetentionDays, 1, 35)
      ? []
      : [
          wrong(
            "backupRetentionDays",
            backupRetentionDays,
            "a whole number from 1 to 35",
            "Aurora takes no other",
          ),
        ]),
    ...(isWhole(maxCapacity * 2, 2, 512)
      ? []
      : [wrong("maxCapacity", maxCapacity, "1 to 256 in steps of 0.5", "write Aurora capacity units")]),
    ...(isWhole(passwordVersion, 1, 1_000_000)
      ? []
      : [
          wrong(
            "passwordVersion",
            passwordVersion,
            "a whole number from 1",
            "raise it by one for a new password",
          ),
        ]),
  ];
}
