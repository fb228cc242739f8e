import type { Manifest } from "../manifests";
import { clientJob, FOLDER } from "./client-job";
import { PSQL } from "./clients";
import type { DatabaseUserProps } from "./props";

/** Names of the Kubernetes Secrets of the two users, each with `username` and `password`. */
export interface UserSecrets {
  readonly master: string;
  readonly user: string;
}

/** Files beside this one that the Job's pod has in its folder. */
export const FOLDER_FILES = ["make-user.sh", "user.sql"] as const;

/** A Job that makes an add-on's user of its database. It tries again until its time is over. */
export const databaseUserJob = (
  name: string,
  secrets: UserSecrets,
  { namespace, registries, chartVersion, database }: DatabaseUserProps,
): Manifest =>
  clientJob({
    ...PSQL,
    name,
    namespace,
    registries,
    labels: { "app.kubernetes.io/name": name, "app.kubernetes.io/version": chartVersion },
    script: "make-user.sh",
    env: psqlConnection(database),
    serviceAccount: name,
    configMap: name,
    secrets: { ...secrets },
  });

/** Variables by which libpq finds a database, and knows it by its certificate. */
export const psqlConnection = ({
  host,
  port,
  database,
}: Pick<DatabaseUserProps["database"], "host" | "port" | "database">): Readonly<Record<string, string>> => ({
  PGHOST: host,
  PGPORT: String(port),
  PGDATABASE: database,
  PGSSLMODE: "verify-full",
  PGSSLROOTCERT: `${FOLDER}/rds.pem`,
  PGCONNECT_TIMEOUT: "20",
});
