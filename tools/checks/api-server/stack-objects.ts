import { blocksOf } from "../../terraform-json/blocks";
import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { OBJECT_KINDS, objectOf, pathOf } from "../../terraform-json/kubernetes-objects";

/** An object that a stack makes through Terraform's provider for Kubernetes. */
export interface StackObject {
  /** Path of the construct that it comes from. */
  readonly place: string;

  /** Place of its kind at the API server. */
  readonly path: string;
  readonly object: JsonMap;
}

/** Objects of a stack, those first that others need. */
export const stackObjects = (json: JsonMap): StackObject[] =>
  Object.entries(OBJECT_KINDS).flatMap(([type, kind]) =>
    Object.entries(blocksOf(json, type)).map(([id, block]) => {
      const object = objectOf(kind, block);
      const construct = asMap(asMap(block["//"]).metadata).path;
      return { place: textOf(construct ?? `${type}.${id}`), path: pathOf(kind, object), object };
    }),
  );

/** Types of resources of the provider that no kind of object is known for. */
export const unknownTypes = ({ resource }: JsonMap): string[] =>
  Object.keys(asMap(resource)).filter(
    (type) => type.startsWith("kubernetes_") && !Object.hasOwn(OBJECT_KINDS, type),
  );
