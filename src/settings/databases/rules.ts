import { DATABASE_SETTINGS, DATABASE_SUBNET_PREFIX, type DatabaseConfig } from "./database";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { isWhole } from "../checking/numbers";
import { problem, show } from "../checking/problem";

/** Refuses a retention or a capacity that Aurora does not accept. */
export const databasesAreAllowed = (config: ClusterEnvironmentConfig): string[] =>
  DATABASE_SETTINGS.flatMap((setting) => problemsOfDatabase(setting, config[setting]));

function problemsOfDatabase(setting: string, database: DatabaseConfig | false): string[] {
  if (database === false) {
    return [];
  }
  const { backupRetentionDays, engineVersion, maxCapacity, passwordVersion } = database;
  const wrong = (key: string, value: number | string, expected: string, fix: string) =>
    problem([setting, key], expected, show(value), fix);

  return [
    ...(/^16\.\d+$/.test(engineVersion)
      ? []
      : [
          wrong(
            "engineVersion",
            engineVersion,
            "an exact version of PostgreSQL 16 such as 16.13",
            "see aws rds describe-db-engine-versions --engine aurora-postgresql; a major is upgraded by hand",
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

/** Refuses databases without subnets in two zones, which Aurora needs. */
export function databasesHaveSubnets(config: ClusterEnvironmentConfig): string[] {
  const kept = DATABASE_SETTINGS.filter((setting) => config[setting] !== false);
  if (kept.length === 0) {
    return [];
  }
  const { vpc } = config.network;
  const [path, subnets] =
    "existing" in vpc
      ? [["network", "vpc", "existing", "privateSubnetIds"], databaseSubnets(vpc.existing.privateSubnetIds)]
      : [["network", "vpc", "legacySubnets"], databaseSubnets(vpc.legacySubnets ?? {})];

  const zones = new Set(subnets.map((subnet) => (typeof subnet === "string" ? subnet : subnet.zone)));
  return zones.size >= 2
    ? []
    : [
        problem(
          path,
          `two subnets whose names begin with ${DATABASE_SUBNET_PREFIX}, in different zones`,
          subnets.length > 1 ? `${subnets.length} in one zone` : subnets.length === 1 ? "one" : "none",
          `add some, or set ${kept.join(" and ")} to false`,
        ),
      ];
}

const databaseSubnets = <T>(subnets: Readonly<Record<string, T>>): T[] =>
  Object.entries(subnets)
    .filter(([name]) => name.startsWith(DATABASE_SUBNET_PREFIX))
    .map(([, subnet]) => subnet);
