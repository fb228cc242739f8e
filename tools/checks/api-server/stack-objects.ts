import { blocksOf } from "../../terraform-json/blocks";
import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { OBJECT_KINDS, objectOf } from "../../terraform-json/kubernetes-objects";
import type { TriedObject } from "./tried-object";

/** Objects of a stack that Terraform makes by itself, those first that others need. */
export const stackObjects = (json: JsonMap): TriedObject[] =>
  Object.entries(OBJECT_KINDS).flatMap(([type, kind]) =>
    Object.entries(blocksOf(json, type)).map(([id, block]) => {
      const construct = asMap(asMap(block["//"]).metadata).path;
      return { place: textOf(construct ?? `${type}.${id}`), object: objectOf(kind, block), isCompared: true };
    }),
  );

/** Resources that change objects which others make: there is nothing to take before those exist. */
const CHANGES_OTHERS = new Set([
  "kubernetes_annotations",
  "kubernetes_config_map_v1_data",
  "kubernetes_labels",
]);

/** Types of resources of the provider that no kind of object is known for. */
export const unknownTypes = ({ resource }: JsonMap): string[] =>
  Object.keys(asMap(resource)).filter(
    (type) =>
      type.startsWith("kubernetes_") && !CHANGES_OTHERS.has(type) && !Object.hasOwn(OBJECT_KINDS, type),
  );
