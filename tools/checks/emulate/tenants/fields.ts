import { z } from "zod";
import { type ResourceKind, resources } from "../../../../src/settings/products/resources/schema";
import type { JsonMap } from "../../../terraform-json/json-map";
import { COMMON_CHANGES, type Trial } from "./kinds";

/** Names of all kinds, as the schema has them. */
export const KINDS = Object.keys(shapeOf(resources)) as ResourceKind[];

/** Fields of a kind, as the schema has them. */
export function fieldsOf(kind: ResourceKind): string[] {
  const byName = withoutWrappers(shapeOf(resources)[kind]!);
  if (!(byName instanceof z.ZodRecord)) {
    throw new Error(`${kind}: expected resources by name in the schema`);
  }
  return Object.keys(shapeOf(byName.valueType as z.ZodType));
}

/** Change of one field, and the settings after it. */
export interface FieldChange {
  readonly field: string;

  /** Name in the file after it. */
  readonly name: string;
  readonly settings: JsonMap;
}

/** Name of the resource at first. */
export const NAME = "it";

/** Changes of a trial, one for each field that can have another value. */
export const changesOf = ({ kind, base, changes, fixed = [] }: Trial): FieldChange[] =>
  fieldsOf(kind)
    .filter((field) => !fixed.includes(field))
    .map((field) => {
      if (field === "renamedFrom") {
        return { field, name: "new", settings: { ...base, renamedFrom: NAME } };
      }
      const value = changes[field] ?? COMMON_CHANGES[field];
      if (value === undefined) {
        throw new Error(`${kind}.${field}: expected another value in kinds.ts, got none`);
      }
      return { field, name: NAME, settings: { ...base, [field]: value } };
    });

function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  const plain = withoutWrappers(schema);
  if (!(plain instanceof z.ZodObject)) {
    throw new Error("expected an object in the schema");
  }
  return plain.shape;
}

/** Schema without its marks of being optional or read-only. */
function withoutWrappers(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly
    ? withoutWrappers(schema.unwrap() as z.ZodType)
    : schema;
}
