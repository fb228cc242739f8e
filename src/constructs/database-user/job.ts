import { READ_ONLY_CONTAINER } from "../container-rights";
import type { HelmValues } from "../helm-values";
import type { Manifest } from "../manifests";
import { mirroredImage } from "../registries";
import type { DatabaseUserProps } from "./props";

/** Names of the Kubernetes Secrets of the two users, each with `username` and `password`. */
export interface UserSecrets {
  readonly master: string;
  readonly user: string;
}

/** Has psql. The digest is that of the index, which has every architecture. */
const IMAGE =
  "docker.io/library/postgres:16.13-alpine@sha256:4e6e670bb069649261c9c18031f0aded7bb249a5b6664ddec29c013a89310d50";

/** User that no node has: one of the node could reach its files from a container that broke out. */
const USER = 10_001;

const FOLDER = "/etc/database-user";

/** Folder with a folder for each of the two users, with its `username` and `password` as files. */
const SECRETS = "/run/secrets/database";

/** Files beside this one that the Job's pod has in its folder. */
export const FOLDER_FILES = ["make-user.sh", "user.sql"] as const;

/** Seconds in which the Job must be over: a paused database takes fifteen to wake, and a new secret some to arrive. */
export const JOB_SECONDS = 120;

/** A Job that makes an add-on's user of its database. It tries again until its time is over. */
export const databaseUserJob = (
  name: string,
  secrets: UserSecrets,
  { namespace, registries, chartVersion, database }: DatabaseUserProps,
): Manifest => ({
  apiVersion: "batch/v1",
  kind: "Job",
  metadata: { name, namespace },
  spec: {
    backoffLimit: 4,
    // Helm gives up later, so that it finds the Job over and says why.
    activeDeadlineSeconds: JOB_SECONDS - 10,
    template: {
      metadata: {
        labels: { "app.kubernetes.io/name": name, "app.kubernetes.io/version": chartVersion },
      },
      spec: {
        serviceAccountName: name,
        automountServiceAccountToken: false,
        restartPolicy: "Never",
        securityContext: { runAsNonRoot: true, runAsUser: USER, runAsGroup: USER },
        containers: [
          {
            name: "psql",
            image: mirroredImage(registries, IMAGE),
            command: ["sh", `${FOLDER}/make-user.sh`],
            env: connection(database),
            resources: { requests: { cpu: "20m", memory: "32Mi" }, limits: { memory: "64Mi" } },
            securityContext: READ_ONLY_CONTAINER,
            volumeMounts: [
              { name: "files", mountPath: FOLDER, readOnly: true },
              ...Object.keys(secrets).map((user) => ({
                name: user,
                mountPath: `${SECRETS}/${user}`,
                readOnly: true,
              })),
            ],
          },
        ],
        volumes: [
          { name: "files", configMap: { name } },
          ...Object.entries<string>({ ...secrets }).map(([user, secretName]) => ({
            name: user,
            secret: { secretName },
          })),
        ],
      },
    },
  },
});

/** Variables by which libpq finds the database, and knows it by its certificate. */
const connection = ({ host, port, database }: DatabaseUserProps["database"]): HelmValues[] =>
  Object.entries({
    FOLDER,
    SECRETS,
    PGHOST: host,
    PGPORT: String(port),
    PGDATABASE: database,
    PGSSLMODE: "verify-full",
    PGSSLROOTCERT: `${FOLDER}/rds.pem`,
    PGCONNECT_TIMEOUT: "20",
  }).map(([name, value]) => ({ name, value }));
