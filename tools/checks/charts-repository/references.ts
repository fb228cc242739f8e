import type { Json } from "../../../src/output/leaves";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { at, type KubernetesObject, listAt, nameOf } from "../charts/objects";
import type { Missing } from "./missing";
import { type PlacedWorkload, placedWorkloads } from "./placed";

/** Object that pods cannot start without, such as `Secret apps/signon`. */
type Name = string;

const nameIn = (kind: string, namespace: string, name: string): Name =>
  CLASSES.has(kind) ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;

/**
 * Names of the Secrets, ConfigMaps, service accounts and claims that objects make, in their namespaces.
 *
 * @see https://external-secrets.io/latest/api/externalsecret/
 */
export const madeNames = (objects: readonly KubernetesObject[]): ReadonlySet<Name> =>
  new Set(
    objects.flatMap((object) => {
      const namespace = textOf(object.metadata.namespace ?? "");
      const own = nameIn(object.kind, namespace, textOf(object.metadata.name));
      const written = writtenBy(object);
      return written === undefined ? [own] : [own, nameIn("Secret", namespace, textOf(written))];
    }),
  );

/** Name of the Secret that a controller writes for an object. */
function writtenBy(object: KubernetesObject) {
  switch (object.kind) {
    case "ExternalSecret":
      return at(object, "spec", "target", "name") ?? object.metadata.name;
    case "Certificate":
      return at(object, "spec", "secretName");
    default:
      return undefined;
  }
}

/** Objects that pods and disks of an application name and nothing makes: they would wait for them for good. */
export const missingReferences = (objects: readonly KubernetesObject[], made: ReadonlySet<Name>): Missing[] =>
  [
    ...placedWorkloads(objects).flatMap((placed) =>
      namedBy(placed).map((reference) => ({
        ...reference,
        namespace: placed.namespace,
        by: placed.workload.name,
      })),
    ),
    ...objects.flatMap(ofClaim),
  ]
    .filter(({ kind, name, namespace }) => !made.has(nameIn(kind, namespace, name)))
    .map(({ kind, name, namespace, by }) => ({
      object: `${kind} ${name}`,
      problem: `reference: expected ${kind} ${name} in ${namespace}, got none; make it, or say in notMade of the layout what does`,
      callers: [by],
    }));

/** Class of the disk that a claim asks for. An empty one stands for a disk that is there already. */
function ofClaim(object: KubernetesObject) {
  const name = textOf(at(object, "spec", "storageClassName") ?? "");
  return object.kind === "PersistentVolumeClaim" && name !== ""
    ? [
        {
          kind: "StorageClass",
          name,
          namespace: textOf(object.metadata.namespace ?? ""),
          by: nameOf(object),
        },
      ]
    : [];
}

interface Reference {
  readonly kind: string;
  readonly name: string;
}

const namedBy = ({ workload: { pod, serviceAccount, containers } }: PlacedWorkload): Reference[] => [
  ...(serviceAccount === "default" ? [] : [{ kind: "ServiceAccount", name: serviceAccount }]),
  ...required("PriorityClass", pod, "priorityClassName"),
  ...listAt(pod, "imagePullSecrets").flatMap((one) => required("Secret", one, "name")),
  ...listAt(pod, "volumes").flatMap(ofVolume),
  ...containers.flatMap(ofContainer),
];

/** Classes have no namespace. */
const CLASSES = new Set(["PriorityClass", "StorageClass"]);

const ofVolume = (volume: Json): Reference[] =>
  isMap(volume)
    ? [
        ...required("Secret", volume.secret, "secretName"),
        ...required("ConfigMap", volume.configMap, "name"),
        ...required("PersistentVolumeClaim", volume.persistentVolumeClaim, "claimName"),
        ...listAt(volume, "projected", "sources").flatMap((source) => [
          ...required("Secret", at(source, "secret"), "name"),
          ...required("ConfigMap", at(source, "configMap"), "name"),
        ]),
      ]
    : [];

const ofContainer = (container: JsonMap): Reference[] => [
  ...listAt(container, "envFrom").flatMap((source) => [
    ...required("Secret", at(source, "secretRef"), "name"),
    ...required("ConfigMap", at(source, "configMapRef"), "name"),
  ]),
  ...listAt(container, "env").flatMap((variable) => [
    ...required("Secret", at(variable, "valueFrom", "secretKeyRef"), "name"),
    ...required("ConfigMap", at(variable, "valueFrom", "configMapKeyRef"), "name"),
  ]),
];

/** Reference that a pod does not start without. */
const required = (kind: string, source: Json | undefined, key: string): Reference[] =>
  isMap(source) && source.optional !== true && source[key] !== undefined
    ? [{ kind, name: textOf(source[key]) }]
    : [];
