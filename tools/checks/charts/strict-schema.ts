import type { Json } from "../../../src/output/leaves";
import { isList, isMap, type JsonMap } from "../../terraform-json/json-map";

const METADATA: JsonMap = {
  type: "object",
  properties: {
    name: { type: "string" },
    namespace: { type: "string" },
    labels: { type: "object", additionalProperties: { type: "string" } },
    annotations: { type: "object", additionalProperties: { type: "string" } },
  },
};

const TYPE: JsonMap = { apiVersion: { type: "string" }, kind: { type: "string" }, metadata: METADATA };

/**
 * Schema of a CRD as JSON Schema that refuses unknown fields. Kubernetes drops those in silence, so a
 * misspelt field would have no effect.
 *
 * @see
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
export function strictSchema(schema: JsonMap): JsonMap {
  const { properties = {}, ...rest } = schema;
  return strict({ ...rest, properties: { ...(isMap(properties) ? properties : {}), ...TYPE } });
}

/** Schema with each of its parts strict. */
function strict(schema: JsonMap): JsonMap {
  const { nullable, type, enum: values, ...rest } = schema;
  const known = Object.entries(rest).map(([key, value]): [string, Json] => {
    if (key === "properties" && isMap(value)) {
      return [key, mapped(value)];
    }
    return [key, SUBSCHEMAS.has(key) && isMap(value) ? strict(value) : value];
  });
  return {
    ...Object.fromEntries(known),
    ...typed(type, nullable === true),
    ...(isList(values) ? { enum: nullable === true ? [...values, null] : values } : {}),
    ...(isOpen(schema) ? {} : { additionalProperties: false }),
  };
}

/** Keys with a schema of fields. None of the others (`anyOf`, `not`) declares fields. */
const SUBSCHEMAS = new Set(["items", "additionalProperties"]);

const mapped = (properties: JsonMap): JsonMap =>
  Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, isMap(value) ? strict(value) : value]),
  );

const typed = (type: Json | undefined, nullable: boolean): JsonMap => {
  if (type === undefined) {
    return {};
  }
  return { type: nullable ? [type, "null"] : type };
};

/** True if other fields than its own are allowed. */
const isOpen = (schema: JsonMap): boolean =>
  !isMap(schema.properties) ||
  schema.additionalProperties !== undefined ||
  schema["x-kubernetes-preserve-unknown-fields"] === true ||
  schema["x-kubernetes-embedded-resource"] === true;
