import { expect, test } from "vitest";
import { backedUpClusters } from "../../../checks/restore/backed-up-cluster";
import { backupFrom, bucketOf, placesFrom, regionOf } from "../../../checks/restore/velero-objects";
import { platform } from "../../../../examples/cloud-posse";
import { definePlatform } from "../../../../src/settings/define-platform";
import { inTemporaryFolder } from "../../../kit/temporary-folder";
import { synthesise } from "../../../samples/synthesise";

const { environments } = definePlatform(platform);
const clusters = await inTemporaryFolder("backed-up", (folder) =>
  Promise.resolve(
    backedUpClusters(
      environments,
      synthesise(
        environments.filter(({ name }) => name === "prod"),
        folder,
      ),
    ),
  ),
);
const prod = clusters.get("prod")!;

test("knows the clusters that have backups", () => {
  expect([...clusters.keys()]).toEqual(["prod"]);
});

test("makes namespaces before what is in them", () => {
  const kinds = prod.access.map(({ kind }) => kind);

  expect(kinds.lastIndexOf("Namespace")).toBeLessThan(kinds.findIndex((kind) => kind !== "Namespace"));
});

test("gives Velero rights to write by one binding alone, which the release has while a restore goes on", () => {
  expect(prod.restoring).toEqual([
    expect.objectContaining({ kind: "ClusterRoleBinding", metadata: { name: "velero-restoring" } }),
  ]);
  expect(prod.rights.map(({ kind }) => kind)).toEqual([
    "ClusterRole",
    "Role",
    "RoleBinding",
    "ClusterRoleBinding",
  ]);
});

test("backs up as the cluster's schedule says, to places at the emulated AWS", () => {
  expect(placesFrom(prod.release, "http://127.0.0.1:1")).toMatchObject([
    {
      kind: "BackupStorageLocation",
      spec: { objectStorage: { bucket: bucketOf(prod.release) }, config: { s3Url: "http://127.0.0.1:1" } },
    },
    { kind: "VolumeSnapshotLocation", spec: { config: { region: regionOf(prod.release) } } },
  ]);
  expect(backupFrom(prod.release)).toMatchObject({
    kind: "Backup",
    spec: { excludedResources: ["secrets", "events", "events.events.k8s.io"], ttl: "720h0m0s" },
  });
});
