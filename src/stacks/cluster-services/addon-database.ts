import type { AddonDatabase } from "../../constructs/database-user/props";
import {
  type DatabaseAddon,
  type DatabaseConfig,
  databaseNames,
  databasePort,
} from "../../settings/databases/database";
import { rdsAuthorities } from "../../settings/databases/rds-authorities";
import type { Foundation } from "./foundation";
import type { Platform } from "./platform";

/** Database of an add-on, as the add-on needs to know it; `false` without one. */
export function addonDatabase(
  addon: DatabaseAddon,
  settings: DatabaseConfig | false,
  { environment, databaseHost, shared }: Platform,
  { secrets }: Foundation,
): AddonDatabase | false {
  const { databaseName, secretName, userSecretName } = databaseNames(addon, environment);
  return (
    settings !== false && {
      host: databaseHost(addon),
      port: databasePort(settings),
      database: databaseName,
      authorities: rdsAuthorities(shared.cluster.region),
      masterSecret: secretName,
      userSecret: userSecretName,
      passwordVersion: settings.passwordVersion,
      after: [secrets],
    }
  );
}
