import { readFileSync } from "node:fs";
import { clientJob, type ClientJobProps } from "../../constructs/database-user/client-job";
import { MYSQL, PSQL } from "../../constructs/database-user/clients";
import { psqlConnection } from "../../constructs/database-user/job";
import { masterCopyName } from "../../constructs/database-user/master-copy";
import type { Manifest } from "../../constructs/manifests";
import { TENANT_DATABASE_USER } from "../../names/tenant-resource-names";
import type { DatabaseMaster } from "../resources/resource-parts";

/** Client of an engine, and its files beside this one. */
interface Client extends Pick<ClientJobProps, "program" | "image" | "memory" | "script"> {
  readonly files: readonly string[];
  readonly env: (database: DatabaseMaster) => Readonly<Record<string, string>>;
}

const CLIENTS: Readonly<Record<DatabaseMaster["engine"], Client>> = {
  mysql: {
    ...MYSQL,
    script: "mysql.sh",
    files: ["mysql.sh", "mysql.sql"],
    env: ({ host, port }) => ({ HOST: host, PORT: String(port) }),
  },
  postgres: { ...PSQL, script: "postgres.sh", files: ["postgres.sh", "postgres.sql"], env: psqlConnection },
};

/** Files of the Jobs of these databases, by name. */
export const filesFor = (databases: readonly DatabaseMaster[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    databases
      .flatMap(({ engine }) => CLIENTS[engine].files)
      .map((file) => [file, readFileSync(`src/tenants/database-user/${file}`, "utf8")]),
  );

type JobProps = Pick<ClientJobProps, "namespace" | "registries" | "labels" | "serviceAccount" | "configMap">;

/** A Job that makes the user as whom a tenant's pods sign in to a database, with the copy of its master's credentials. */
export const userJob = (database: DatabaseMaster, props: JobProps): Manifest => {
  const { program, image, memory, script, env } = CLIENTS[database.engine];
  return clientJob({
    ...props,
    ...{ program, image, memory, script },
    name: database.id,
    env: { ...env(database), DATABASE_USER: TENANT_DATABASE_USER },
    secrets: { master: masterCopyName(database.id) },
  });
};
