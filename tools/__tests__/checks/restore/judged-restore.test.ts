import { expect, test } from "vitest";
import { CANARY } from "../../../checks/restore/application";
import {
  problemsOfBackup,
  problemsOfOthers,
  problemsOfRestore,
  problemsOfVolume,
  problemsWithoutRights,
} from "../../../checks/restore/judged-restore";
import type { JsonMap } from "../../../terraform-json/json-map";

const COMPLETED = { phase: "Completed" };

const kept = (...objects: readonly [string, JsonMap | undefined][]) => new Map(objects);

const configMap = (opening: string, metadata: JsonMap = {}): JsonMap => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "ledger", namespace: "tracking", ...metadata },
  data: { opening },
});

/** An archive with empty files. */
const archiveOf = (...names: readonly string[]): Buffer =>
  Buffer.concat([
    ...names.map((name) => {
      const header = Buffer.alloc(512);
      header.write(name, 0);
      return header;
    }),
    Buffer.alloc(1024),
  ]);

const OF_THE_APPLICATION = "resources/configmaps/namespaces/tracking/ledger.json";

const backedUp = (...names: readonly string[]) =>
  new Map([["backups/daily/daily.tar.gz", archiveOf(OF_THE_APPLICATION, ...names)]]);

test("has nothing against a backup of an application's objects", () => {
  expect(problemsOfBackup(COMPLETED, backedUp(), ["cluster-services"])).toEqual([]);
});

test("tells of a backup that did not work", () => {
  expect(problemsOfBackup({ phase: "PartiallyFailed" }, backedUp(), [])).toEqual([
    'backup: expected Completed, got {"phase":"PartiallyFailed"}',
  ]);
});

test("tells of Secrets in a backup", () => {
  const files = backedUp("resources/secrets/namespaces/tracking/ledger.json");

  expect(problemsOfBackup(COMPLETED, files, [])).toEqual([
    "backup: expected no Secret, got some; correct excludedResources of src/addons/velero/velero.ts",
  ]);
});

test("tells of a backup that has nothing", () => {
  expect(problemsOfBackup(COMPLETED, new Map(), [])).toEqual([
    "backup: expected ConfigMaps of the application in the bucket, got none",
  ]);
});

test.each([CANARY, Buffer.from(CANARY).toString("base64")])(
  "tells of a Secret's content, wherever it is in the bucket: %s",
  (content) => {
    const files = new Map([...backedUp(), ["backups/daily/daily-logs.gz", Buffer.from(content)]]);

    expect(problemsOfBackup(COMPLETED, files, [])).toEqual([
      "backup: expected no content of Secrets, got some in backups/daily/daily-logs.gz",
    ]);
  },
);

test("tells of objects in namespaces that Terraform makes", () => {
  const files = backedUp("resources/configmaps/namespaces/cluster-services/dex.json");

  expect(problemsOfBackup(COMPLETED, files, ["cluster-services"])).toEqual([
    expect.stringContaining("expected nothing of the namespace cluster-services"),
  ]);
});

test("tells of objects that came back without rights", () => {
  const written = kept(["ConfigMap ledger", configMap("08:00")], ["Service ledger", undefined]);

  expect(problemsWithoutRights(COMPLETED, written)).toEqual([
    expect.stringContaining("expected a failure while restoring is false"),
    expect.stringContaining("expected no ConfigMap ledger while restoring is false"),
  ]);
});

test("takes what came back with other marks of servers and of Velero", () => {
  const before = kept(["ConfigMap ledger", configMap("08:00", { uid: "1", labels: { team: "ledger" } })]);
  const marks = { team: "ledger", "velero.io/backup-name": "daily" };
  const after = kept(["ConfigMap ledger", configMap("08:00", { uid: "2", labels: marks })]);

  expect(problemsOfRestore(COMPLETED, "", before, after)).toEqual([]);
});

test("tells of an object that came back otherwise, and of one that did not", () => {
  const before = kept(["ConfigMap ledger", configMap("08:00")], ["Service ledger", { spec: {} }]);
  const after = kept(["ConfigMap ledger", configMap("09:00")], ["Service ledger", undefined]);

  expect(problemsOfRestore(COMPLETED, "", before, after)).toEqual([
    expect.stringContaining('expected ConfigMap ledger as it was, got {"apiVersion":"v1"'),
    "restore: expected Service ledger as it was, got none",
  ]);
});

test("says why a restore did not complete, in Velero's words", () => {
  expect(problemsOfRestore({ phase: "PartiallyFailed" }, '{"velero":["no"]}', kept(), kept())).toEqual([
    'restore: expected Completed, got PartiallyFailed: {"velero":["no"]}',
  ]);
});

test("tells of a Secret that came back, and of none that did not", () => {
  const before = kept(["Secret ledger", {}]);

  expect(problemsOfRestore(COMPLETED, "", before, kept(["Secret ledger", undefined]))).toEqual([]);
  expect(problemsOfRestore(COMPLETED, "", before, kept(["Secret ledger", {}]))).toEqual([
    "restore: expected no Secret ledger, got one",
  ]);
});

test("tells of an object of Terraform that a restore changed", () => {
  const [before, after] = [{ spec: { hard: { pods: "50" } } }, { spec: { hard: { pods: "5" } } }];

  expect(
    problemsOfOthers(kept(["ResourceQuota quota", before]), kept(["ResourceQuota quota", after])),
  ).toEqual(["restore: expected ResourceQuota quota as Terraform made it, got a change of it"]);
});

const TAG = "kubernetes.io/cluster/freight";
const LOST = { id: "vol-1", zone: "eu-central-1a", madeOf: "", tags: [TAG] };
const COPY = { id: "vol-2", zone: "eu-central-1a", madeOf: "vol-1", tags: [TAG] };

const volumeOf = (volumeHandle: string) =>
  kept(["PersistentVolume ledger", { spec: { csi: { volumeHandle } } }]);

test("takes a volume of the snapshot, in its zone, with the cluster's tag", () => {
  expect(problemsOfVolume("vol-1", [LOST, COPY], volumeOf("vol-2"), TAG)).toEqual([]);
});

test.each([
  ["the lost one", volumeOf("vol-1"), [LOST, COPY], "got vol-1"],
  ["none", kept(), [LOST], "got none"],
  ["one of another snapshot", volumeOf("vol-2"), [LOST, { ...COPY, madeOf: "vol-9" }], "got vol-2"],
  [
    "one in another zone",
    volumeOf("vol-2"),
    [LOST, { ...COPY, zone: "eu-central-1b" }],
    "got one in eu-central-1b",
  ],
  ["one without the tag", volumeOf("vol-2"), [LOST, { ...COPY, tags: [] }], `got one without ${TAG}`],
])("tells of a volume that is %s", (_, after, volumes, got) => {
  expect(problemsOfVolume("vol-1", volumes, after, TAG)).toEqual([
    `restore: expected a volume of a snapshot of vol-1, in its zone and with its tags, ${got}`,
  ]);
});
