import type { Json } from "../../../src/output/leaves";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { at, type KubernetesObject, listAt } from "../charts/objects";
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

/** Objects that pods of an application name and nothing makes: their containers would never be created. */
export const missingReferences = (objects: readonly KubernetesObject[], made: ReadonlySet<Name>): Missing[] =>
  placedWorkloads(objects).flatMap((placed) =>
    namedBy(placed)
      .filter(({ kind, name }) => !made.has(nameIn(kind, placed.namespace, name)))
      .map(({ kind, name }) => ({
        object: `${kind} ${name}`,
        problem: `reference: expected ${kind} ${name} in ${placed.namespace}, got none; make it, or say in notMade of the layout what does`,
        callers: [placed.workload.name],
      })),
  );

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
