import type { ApiServer } from "../../offline/api-server";
import { asList, asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { Release } from "../charts/releases";
import { applicationIn } from "./application";
import { askAws } from "./ask-aws";
import { errorsOf, filesIn } from "./backup-files";
import { clusterObjects } from "./cluster-objects";
import { makeVolume, volumesAt } from "./emulated-volumes";
import {
  problemsOfBackup,
  problemsOfOthers,
  problemsOfRestore,
  problemsOfVolume,
  problemsWithoutRights,
} from "./judged-restore";
import { backupFrom, bucketOf, deploymentOf, placesFrom, regionOf, restoreOf } from "./velero-objects";
import { startVelero, type VeleroPrograms } from "./velero-server";

/** Objects of a cluster that backs its applications up. */
export interface BackedUpCluster {
  /** Tag that marks what the cluster has at EC2. */
  readonly tag: string;

  /** Namespace of an application. */
  readonly application: string;

  /** Objects that Terraform makes in the cluster, namespaces first. */
  readonly access: readonly JsonMap[];

  /** Release of Velero. */
  readonly release: Release;

  /** Rights that Velero always has. */
  readonly rights: readonly JsonMap[];

  /** Rights that it has besides while a restore goes on. */
  readonly restoring: readonly JsonMap[];
}

/** Servers and programs of a rehearsal. */
export interface RehearsalStage {
  readonly api: ApiServer;

  /** Definitions of Velero's kinds. */
  readonly kinds: readonly JsonMap[];
  readonly programs: VeleroPrograms;

  /** A Python that has boto3. */
  readonly python: string;

  /** Address of the emulated AWS. */
  readonly endpoint: string;
  readonly folder: string;
  readonly progress: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Result of a rehearsal. */
export interface Rehearsal {
  /** Number of objects that the restore brought back. */
  readonly objects: number;
  readonly findings: readonly string[];
}

/**
 * Backs an application up as a cluster's schedule does, deletes its namespace, makes the namespace anew as Terraform does,
 * and restores the application, as docs/backups.md tells people to. Velero has the rights that its release gives it.
 *
 * @throws CommandError if a server does not start, or refuses an object
 */
export async function rehearseRestore(cluster: BackedUpCluster, stage: RehearsalStage): Promise<Rehearsal> {
  const { api, endpoint, progress, signal } = stage;
  const { application, release, tag } = cluster;
  const objects = clusterObjects(api, signal);
  const region = regionOf(release);
  const ask = askAws({ ...stage, region });
  const namespace = cluster.access.filter((object) => isOf(application, object));

  progress("objects");
  await objects.make([...stage.kinds, ...cluster.access, ...cluster.rights]);
  const volume = await makeVolume(ask, `${region}a`, tag);
  const ledger = applicationIn(application, volume);
  await objects.make(ledger);
  const before = await objects.read(ledger);

  progress("start of Velero");
  await ask("s3", "create_bucket", {
    Bucket: bucketOf(release),
    CreateBucketConfiguration: { LocationConstraint: region },
  });
  await objects.make([...placesFrom(release, endpoint), deploymentOf(release)]);
  const server = await startVelero(stage.programs, { ...stage, namespace: release.namespace });
  try {
    progress("backup");
    const backup = await objects.run(backupFrom(release));
    progress("restore without rights");
    await objects.lose(application);
    await objects.make(namespace);
    const terraform = await objects.read(namespace);
    const refused = await objects.run(restoreOf(application, "without-rights", release.namespace));
    const early = await objects.read(ledger);

    progress("restore");
    await objects.make(cluster.restoring);
    const restored = await objects.run(restoreOf(application, "rehearsed", release.namespace));
    const after = await objects.read(ledger);
    const files = await filesIn(ask, endpoint, bucketOf(release));
    return {
      objects: [...after.values()].filter((object) => object !== undefined).length,
      findings: [
        ...problemsOfBackup(backup, files, leftOutOf(release)),
        ...problemsWithoutRights(refused, early),
        ...problemsOfRestore(restored, errorsOf(files, "rehearsed"), before, after),
        ...problemsOfOthers(terraform, await objects.read(namespace)),
        ...problemsOfVolume(volume.id, await volumesAt(ask), after, tag),
      ],
    };
  } finally {
    await server.stop();
  }
}

/** True for a namespace, and for all that is in it. */
const isOf = (namespace: string, { kind, metadata }: JsonMap): boolean =>
  asMap(metadata)[kind === "Namespace" ? "name" : "namespace"] === namespace;

/** Namespaces that the release's schedule leaves out. */
const leftOutOf = (release: Release): string[] =>
  asList(asMap(backupFrom(release).spec).excludedNamespaces).map(textOf);
