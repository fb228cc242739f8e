import { type DocumentOptions, parse, type ParseOptions, type SchemaOptions } from "yaml";
import type { Json } from "../../../src/output/leaves";
import { isList, isMap, type JsonMap, textOf, valueAt } from "../../terraform-json/json-map";

/** An object that a chart renders. */
export interface KubernetesObject extends JsonMap {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: JsonMap;
}

/**
 * Objects in Helm's output, those of a List one by one.
 *
 * @throws if it is no YAML, or something in it is no object
 */
export const objectsIn = (yaml: string): KubernetesObject[] =>
  yaml.split(/^---(?=\s|$)/m).flatMap((document) => itemsOf(parsed(document)));

/** Objects as Argo CD reads them: of a key that stands twice, the last counts. */
export const objectsForArgoCd = (yaml: string): KubernetesObject[] =>
  yaml
    .split(/^---(?=\s|$)/m)
    .flatMap((document) =>
      itemsOf((parse(document, { ...AS_HELM_DOES, uniqueKeys: false }) ?? null) as Json),
    );

/** Objects by text: environments render CRDs of a megabyte that are the same in all of them. */
const documents = new Map<string, Json>();

function parsed(document: string): Json {
  const value = documents.get(document) ?? ((parse(document, AS_HELM_DOES) ?? null) as Json);
  documents.set(document, value);
  return value;
}

/**
 * Options of Helm's YAML 1.1, where 0644 is octal and `yes` is true, but without its dates and its numbers to
 * base sixty.
 */
const AS_HELM_DOES: ParseOptions & DocumentOptions & SchemaOptions = {
  version: "1.1",
  customTags: (tags) =>
    tags.filter(
      (tag) => typeof tag === "string" || !(tag.tag.endsWith(":timestamp") || tag.format === "TIME"),
    ),
};

function itemsOf(value: Json): KubernetesObject[] {
  if (value === null) {
    return [];
  }
  if (!isObject(value)) {
    throw new Error(`expected a Kubernetes object, got ${textOf(value).slice(0, 100)}`);
  }
  return value.kind === "List" ? listAt(value, "items").flatMap(itemsOf) : [value];
}

const isObject = (value: Json): value is KubernetesObject =>
  isMap(value) &&
  typeof value.apiVersion === "string" &&
  typeof value.kind === "string" &&
  (isMap(value.metadata) || value.kind === "List");

/** Value at a path of keys. */
export const at = (value: Json | undefined, ...path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((map, key) => (isMap(map) ? valueAt(map, key) : undefined), value);

export function mapAt(value: Json | undefined, ...path: readonly string[]): JsonMap {
  const found = at(value, ...path);
  return isMap(found) ? found : {};
}

export function listAt(value: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const found = at(value, ...path);
  return isList(found) ? found : [];
}

/** Name such as `Deployment dex`. */
export const nameOf = ({ kind, metadata }: KubernetesObject): string => `${kind} ${textOf(metadata.name)}`;

/** True if labels match a LabelSelector. An empty one matches everything. */
export function selects(selector: JsonMap, labels: JsonMap): boolean {
  const expressions = listAt(selector, "matchExpressions").filter(isMap);
  return (
    Object.entries(mapAt(selector, "matchLabels")).every(([key, value]) => labels[key] === value) &&
    expressions.every(({ key, operator, values }) => {
      const label = labels[textOf(key)];
      const listed = label !== undefined && isList(values) && values.includes(label);
      return { In: listed, NotIn: !listed, Exists: label !== undefined, DoesNotExist: label === undefined }[
        textOf(operator) as "In"
      ];
    })
  );
}
