import { readFileSync } from "node:fs";
import { Construct } from "constructs";
import type { Addon } from "../addon";
import { externalSecret } from "../external-secret";
import { afterTheRest } from "../helm-hooks";
import { type Manifest, Manifests } from "../manifests";
import { inNamespace } from "../network-peers";
import { JOB_SECONDS } from "./client-job";
import { databaseUserJob, FOLDER_FILES } from "./job";
import { masterCopy, masterCopyName } from "./master-copy";
import type { DatabaseUserProps } from "./props";

/** Name of the Secret with the add-on's own user: another one for each password, so that pods start anew with a new one. */
export const databaseUserSecret = (addon: string, { passwordVersion }: { passwordVersion: number }): string =>
  `${addon}-database-user-${passwordVersion}`;

/**
 * An add-on's own user of its database, which owns the tables and has no right on the server. A Job makes it, or makes it
 * whole again, with the master's password: before the add-on's first start, with each version of its chart and with each new password.
 *
 * The master's password is in the cluster only while the Job runs.
 */
export class DatabaseUser extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: DatabaseUserProps) {
    super(scope, id);
    const { namespace, addon, database } = props;
    const name = `${addon}-database-user`;

    this.peers = inNamespace(namespace, {
      pods: { name, labels: { "app.kubernetes.io/name": name } },
      calls: [{ with: "databases", ports: [database.port] }],
    });
    this.ready = new Manifests(this, "release", {
      namespace,
      releaseName: name,
      objects: [...lasting(name, props), ...passing(name, props)],
      timeoutSeconds: JOB_SECONDS,
      after: database.after,
    }).ready;
  }
}

/** Objects that stay: the user's Secrets, and what the Job runs. */
const lasting = (name: string, { namespace, addon, database }: DatabaseUserProps): Manifest[] => [
  ...passwordsInUse(database).map((passwordVersion) =>
    externalSecret({
      path: database.userSecret,
      name: databaseUserSecret(addon, { passwordVersion }),
      namespace,
      keys: ["dbname", "username", "password"],
      // A new password comes with a new name, once the Job gives it to the database.
      refresh: "never",
    }),
  ),
  {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name, namespace },
    data: {
      "rds.pem": database.authorities.join(""),
      ...Object.fromEntries(
        FOLDER_FILES.map((file) => [file, readFileSync(`src/constructs/database-user/${file}`, "utf8")]),
      ),
    },
  },
  {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: { name, namespace },
    automountServiceAccountToken: false,
  },
];

/** Numbers of the passwords: pods that have the one before start anew with it until the Job succeeds. */
const passwordsInUse = ({ passwordVersion }: DatabaseUserProps["database"]): number[] =>
  [passwordVersion, passwordVersion - 1].filter((version) => version > 0);

/** Objects that go with the Job: the master's Secret, and the Job. */
function passing(name: string, props: DatabaseUserProps): Manifest[] {
  const { namespace, addon, database } = props;
  const ofAddon = `${addon}-database`;
  const secrets = { master: masterCopyName(ofAddon), user: databaseUserSecret(addon, database) };
  const job = databaseUserJob(name, secrets, props);

  return [
    masterCopy({ path: database.masterSecret, name: ofAddon, namespace }, 0),
    { ...job, metadata: { ...job.metadata, annotations: afterTheRest(1) } },
  ];
}
