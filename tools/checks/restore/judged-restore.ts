import { isDeepStrictEqual } from "node:util";
import type { Json } from "../../../src/output/leaves";
import { asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { CANARY } from "./application";
import { type BucketFiles, namesInTar } from "./backup-files";
import type { KeptObjects } from "./cluster-objects";
import type { KnownVolume } from "./emulated-volumes";

/** Problems of a backup: it did not work, or it has what it must not have. */
export function problemsOfBackup(status: JsonMap, files: BucketFiles, leftOut: readonly string[]): string[] {
  const names = [...files].flatMap(([key, file]) => (key.endsWith(".tar.gz") ? namesInTar(file) : []));
  const withCanary = [...files].filter(([, file]) => hasCanary(file)).map(([key]) => key);
  const others = leftOut.filter((namespace) =>
    names.some((name) => name.includes(`/namespaces/${namespace}/`)),
  );
  return [
    ...(status.phase === "Completed" ? [] : [`backup: expected Completed, got ${JSON.stringify(status)}`]),
    ...(names.some((name) => name.startsWith("resources/configmaps/"))
      ? []
      : ["backup: expected ConfigMaps of the application in the bucket, got none"]),
    ...(names.some((name) => name.startsWith("resources/secrets/"))
      ? ["backup: expected no Secret, got some; correct excludedResources of src/addons/velero/velero.ts"]
      : []),
    ...withCanary.map((key) => `backup: expected no content of Secrets, got some in ${key}`),
    ...others.map(
      (namespace) =>
        `backup: expected nothing of the namespace ${namespace}, which Terraform makes, got objects of it; correct leftOut of src/stacks/cluster-services/backups.ts`,
    ),
  ];
}

/** Kubernetes writes values of Secrets in base64. */
const hasCanary = (file: Buffer): boolean =>
  [CANARY, Buffer.from(CANARY).toString("base64")].some((word) => file.includes(word));

/** Problems of a restore for which Velero had no rights: it wrote all the same. */
export const problemsWithoutRights = (status: JsonMap, kept: KeptObjects): string[] => [
  ...(status.phase === "Completed"
    ? [
        "restore: expected a failure while restoring is false, got Completed; correct src/addons/velero/rights.ts",
      ]
    : []),
  ...[...kept]
    .filter(([, object]) => object !== undefined)
    .map(
      ([key]) =>
        `restore: expected no ${key} while restoring is false, got it; correct src/addons/velero/rights.ts`,
    ),
];

/** Problems of a restore: it did not work, or what came back is not what was there. */
export const problemsOfRestore = (
  status: JsonMap,
  errors: string,
  before: KeptObjects,
  after: KeptObjects,
): string[] => [
  ...(status.phase === "Completed"
    ? []
    : [`restore: expected Completed, got ${textOf(status.phase ?? "no phase")}: ${errors}`]),
  ...[...before].flatMap(([key, object]) => {
    const restored = after.get(key);
    if (key.startsWith("Secret ")) {
      return restored === undefined ? [] : [`restore: expected no ${key}, got one`];
    }
    if (restored === undefined) {
      return [`restore: expected ${key} as it was, got none`];
    }
    return isDeepStrictEqual(lasting(object!), lasting(restored))
      ? []
      : [`restore: expected ${key} as it was, got ${JSON.stringify(lasting(restored))}`];
  }),
];

/** Problems with objects of Terraform: a restore changed them. */
export const problemsOfOthers = (before: KeptObjects, after: KeptObjects): string[] =>
  [...before].flatMap(([key, object]) =>
    isDeepStrictEqual(lasting(object ?? {}), lasting(after.get(key) ?? {}))
      ? []
      : [`restore: expected ${key} as Terraform made it, got a change of it`],
  );

/** Problems of the volume that came back: it is the lost one, or not made of its snapshot, or not the cluster's. */
export function problemsOfVolume(
  lost: string,
  volumes: readonly KnownVolume[],
  after: KeptObjects,
  tag: string,
): string[] {
  const [, kept] = [...after].find(([key]) => key.startsWith("PersistentVolume ")) ?? [];
  const handle = textOf(asMap(asMap(kept?.spec).csi).volumeHandle ?? "none");
  const volume = volumes.find(({ id }) => id === handle);
  const old = volumes.find(({ id }) => id === lost)!;
  const expected = `expected a volume of a snapshot of ${lost}, in its zone and with its tags`;
  return volume === undefined || volume.madeOf !== lost
    ? [`restore: ${expected}, got ${handle}`]
    : [
        ...(volume.zone === old.zone ? [] : [`restore: ${expected}, got one in ${volume.zone}`]),
        ...(volume.tags.includes(tag) ? [] : [`restore: ${expected}, got one without ${tag}`]),
      ];
}

/** Part of an object that outlives a restore: no version, no state, no mark of Velero, and no name of a volume. */
function lasting({ metadata, ...object }: JsonMap): JsonMap {
  const { name, namespace, labels } = asMap(metadata);
  const own = Object.entries(asMap(labels)).filter(([key]) => !key.startsWith("velero.io/"));
  return {
    ...(withoutServers(object) as JsonMap),
    metadata: { name: name ?? "", namespace: namespace ?? "", labels: Object.fromEntries(own) },
  };
}

/** Keys that servers fill in, at any depth. */
const FILLED_IN = new Set(["status", "clusterIP", "clusterIPs", "resourceVersion", "uid", "volumeHandle"]);

const withoutServers = (value: Json): Json => {
  if (isMap(value)) {
    const own = Object.entries(value).filter(([key]) => !FILLED_IN.has(key));
    return Object.fromEntries(own.map(([key, one]) => [key, withoutServers(one)]));
  }
  return Array.isArray(value) ? value.map((one) => withoutServers(one as Json)) : value;
};
