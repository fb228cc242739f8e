import { asList, asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { Release } from "../charts/releases";

const API = "velero.io/v1";

/** Objects of Velero that the chart makes of a release's values, with places at an emulated AWS. */
export function placesFrom({ values, namespace }: Release, endpoint: string): JsonMap[] {
  const { backupStorageLocation, volumeSnapshotLocation } = asMap(values.configuration);
  const [storage, snapshots] = [backupStorageLocation, volumeSnapshotLocation].map((all) =>
    asMap(asList(all)[0]),
  ) as [JsonMap, JsonMap];
  return [
    {
      ...named("BackupStorageLocation", textOf(storage.name), namespace),
      spec: {
        provider: storage.provider!,
        default: storage.default!,
        objectStorage: { bucket: storage.bucket! },
        config: { ...asMap(storage.config), s3Url: endpoint, s3ForcePathStyle: "true" },
      },
    },
    {
      ...named("VolumeSnapshotLocation", textOf(snapshots.name), namespace),
      spec: { provider: snapshots.provider!, config: asMap(snapshots.config) },
    },
  ];
}

/** Deployment of the release, without a pod: a restore reads the name of its image. */
export const deploymentOf = ({ name, namespace }: Release): JsonMap => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name, namespace },
  spec: {
    replicas: 0,
    selector: { matchLabels: { name } },
    template: {
      metadata: { labels: { name } },
      spec: { containers: [{ name, image: "registry.example/velero:v1" }] },
    },
  },
});

/** Bucket of a release's backups. */
export const bucketOf = ({ values }: Release): string =>
  textOf(asMap(asList(asMap(values.configuration).backupStorageLocation)[0]).bucket);

/** Region of a release's backups. */
export const regionOf = ({ values }: Release): string =>
  textOf(asMap(asMap(asList(asMap(values.configuration).backupStorageLocation)[0]).config).region);

/** A backup as the release's schedule makes one each day. */
export const backupFrom = ({ values, namespace }: Release): JsonMap => ({
  ...named("Backup", BACKUP, namespace),
  spec: asMap(asMap(asMap(values.schedules).daily).template),
});

/** Name of the backup. */
export const BACKUP = "daily-rehearsed";

/** A restore as docs/backups.md words it. */
export const restoreOf = (included: string, name: string, namespace: string): JsonMap => ({
  ...named("Restore", name, namespace),
  spec: { backupName: BACKUP, includedNamespaces: [included] },
});

const named = (kind: string, name: string, namespace: string) => ({
  apiVersion: API,
  kind,
  metadata: { name, namespace },
});
